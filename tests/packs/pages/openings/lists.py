"""Lists of openings as tests make them."""

import re

TABLE = """Title,Level,Place,Pay
Technical Product Manager,Senior,"Denver, CO",150000-185000
Technical PM,,"Berlin, Germany (hybrid)",70000-90000 EUR
Chief Vibes Officer,,Remote,
"""


def start_list(client, name="Spring", **data):
    """The address of a new list."""
    return client.post("/packs/", {"name": name, **data}).headers["Location"]


def make_openings(client, address, rows=TABLE):
    """Make openings of a table."""
    return client.post(f"{address}table/", {"rows": rows, "do": "make"})


def find_addresses(client, address):
    """The address of each opening on a list, by its title."""
    page = client.get(address).content.decode()
    return {title: path for path, title in re.findall(r'class="opening-title"\s+href="([^"]+)">([^<]+)<', page)}


def find_ids(client, address):
    """The keys of the packs on a list, in their order."""
    return re.findall(r'name="pack"[^>]*value="([^"]+)"', client.get(address).content.decode())
