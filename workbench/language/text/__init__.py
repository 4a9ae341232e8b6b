"""Words, sentences, blocks and quotations of a text, with exact offsets."""
