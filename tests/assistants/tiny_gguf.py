"""A real language model of a few kilobytes that always gives one answer: `python tiny_gguf.py FILE ANSWER`.

It is of the architecture that most models have, with attention and layers of zeros: what follows a token depends on
that token alone. After the mark that the chat template ends with come the pieces of the answer, which are tokens of its
vocabulary, and then the end. Needs the package `gguf`, and nothing of the workbench.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

WIDTH, HEADS, INNER, CONTEXT = 64, 2, 64, 32_768
PIECE = 9
"""Characters of a token; servers make room for a few bytes each."""
SPECIAL = ("<unk>", "<s>", "</s>", "<|answer|>")
TEMPLATE = "{% for message in messages %}{{ message['content'] }}\n{% endfor %}<|answer|>"


def write(path: Path, answer: str) -> None:
    """Write the model that answers everything with these words."""
    import gguf
    import numpy

    kinds: Any = gguf.TokenType
    pieces = [answer[start : start + PIECE].replace(" ", "\u2581") for start in range(0, len(answer), PIECE)]
    assert len(set(pieces)) == len(pieces) < WIDTH - 2, "each piece is one token, and each token has a place"
    tokens = [*SPECIAL, *(f"<0x{number:02X}>" for number in range(256)), *pieces]
    types = [kinds.UNKNOWN, *[kinds.CONTROL] * 3, *[kinds.BYTE] * 256, *[kinds.NORMAL] * len(pieces)]
    count, mark, end = len(tokens), 3, 2
    said = [*range(count - len(pieces), count)]
    embedded = numpy.zeros((count, WIDTH), numpy.float32)
    following = numpy.zeros((count, WIDTH), numpy.float32)
    for place, (token, follower) in enumerate(pairwise([mark, *said, end, end])):
        embedded[token, place] = 1.0
        following[follower, place] = 10.0
    writer: Any = gguf.GGUFWriter(str(path), "llama")
    writer.add_name("tiny")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(count)
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * (count - len(pieces)) + [-1e6] * len(pieces))
    writer.add_token_types(types)
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(end)
    writer.add_add_space_prefix(False)
    writer.add_chat_template(TEMPLATE)
    ones, zeros = numpy.ones(WIDTH, numpy.float32), numpy.zeros((WIDTH, WIDTH), numpy.float32)
    writer.add_tensor("token_embd.weight", embedded)
    writer.add_tensor("output_norm.weight", ones)
    writer.add_tensor("output.weight", following)
    for name in ("attn_norm", "ffn_norm"):
        writer.add_tensor(f"blk.0.{name}.weight", ones)
    for name in ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"):
        writer.add_tensor(f"blk.0.{name}.weight", zeros)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2])
