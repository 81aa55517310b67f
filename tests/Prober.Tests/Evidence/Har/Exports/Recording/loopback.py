"""Every name under localhost is loopback (RFC 6761, 6.3), which the system's resolver often does not know."""


def server_connect(data):
    data.server.address = ("127.0.0.1", data.server.address[1])
