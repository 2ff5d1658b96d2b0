"""The editors' desk. Django's admin imports this package, and so registers what it holds."""

from roles.admin import old_addresses as old_addresses
from roles.admin import role as role
