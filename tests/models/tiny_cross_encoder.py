"""A cross-encoder of random weights in the files that sentence-transformers reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.models.onnx_session import load_tokenizer


def tiny_cross_encoder(folder: Path, labels: Sequence[str]) -> Path:
    """Write one whose outputs have these labels; the same every time."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    torch.manual_seed(0)
    tokenizer = load_tokenizer()
    config = BertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
        id2label=dict(enumerate(labels)),
        label2id={label: index for index, label in enumerate(labels)},
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    marks = {"unk": "[UNK]", "pad": "[PAD]", "cls": "[CLS]", "sep": "[SEP]", "mask": "[MASK]"}
    fast = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer, **{f"{name}_token": mark for name, mark in marks.items()}
    )
    fast.save_pretrained(folder)
    return folder
