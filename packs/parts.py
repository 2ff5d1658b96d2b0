"""What the workbench adds to publishing: its writing checks read a role's template before it is published."""

from packs.description.kit_checks import template_reads_well
from roles.app_parts import AppParts

PARTS = AppParts(checks=(template_reads_well,))
