"""What every test has at hand. The network is closed but for this machine (pyproject.toml)."""

from hypothesis import settings

# A property may take its time: how long it takes says more about the machine than about the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

pytest_plugins = ["tests.browser", "tests.outcomes"]
