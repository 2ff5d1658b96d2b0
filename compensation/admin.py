"""Pay benchmarks in admin, on the page of their role."""

from compensation.models import Benchmark
from roles.admin_parts import RolePartTable, role_inline


@role_inline
class BenchmarkInline(RolePartTable):
    """A role's editorial pay ranges."""

    model = Benchmark
