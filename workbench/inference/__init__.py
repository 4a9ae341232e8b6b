"""Models and index of one process, asked by the sessions of a workspace: frames, the queue, the socket, both ends."""
