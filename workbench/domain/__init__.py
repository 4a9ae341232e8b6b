"""The words of the workbench as plain data and formulas: standard library only, no I/O."""
