"""The reader for people: amounts, formulas and steps in Chinese and English. It computes nothing."""
