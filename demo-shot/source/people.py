"""The three people: identities of the head model, complexions, hair and clothes. None of them exists."""

ADA = {
    "name": "ada",
    "identity": {0: 1.0, 1: 0.5, 3: -0.5, 4: -0.2, 5: 0.5, 6: 0.5, 7: 0.6, 9: 0.4, 13: 0.6, 17: -0.5},
    "tone": (0.84, 0.665, 0.565),  # sRGB
    "flush": 0.85, "freckles": 320, "blotches": 1.0, "lips": (0.66, 0.36, 0.35), "lip_strength": 0.8,
    "brow": (0.33, 0.23, 0.16), "brow_density": 0.8, "brow_width": 0.85, "stubble": 0.0, "shine": 0.45,
    "iris": (0.36, 0.38, 0.31), "seed": 11,
    "style": "tied", "hair": (0.13, 0.068, 0.034), "parting": 1.6,
    "garment": (0.16, 0.23, 0.30),
}

NOOR = {
    "name": "noor",
    "identity": {0: 0.8, 1: -0.6, 2: -1.3, 4: -0.7, 6: -0.6, 8: -0.7, 10: 0.7, 12: 0.5, 15: -0.6},
    "tone": (0.56, 0.385, 0.29),
    "flush": 0.45, "freckles": 25, "blotches": 1.2, "lips": (0.50, 0.26, 0.25), "lip_strength": 0.8,
    "brow": (0.07, 0.05, 0.045), "brow_density": 1.15, "brow_width": 1.1, "stubble": 0.0, "shine": 0.7,
    "iris": (0.23, 0.13, 0.07), "seed": 23,
    "style": "bob", "hair": (0.012, 0.009, 0.008), "parting": 0.0,
    "garment": (0.42, 0.10, 0.08),
}

TOM = {
    "name": "tom",
    "identity": {0: -1.1, 1: 0.7, 2: 0.5, 3: 0.8, 5: -0.7, 7: -0.8, 9: 0.6, 11: -0.8, 14: 0.6},
    "tone": (0.78, 0.585, 0.475),
    "flush": 0.9, "freckles": 70, "blotches": 1.4, "lips": (0.64, 0.40, 0.37), "lip_strength": 0.5,
    "brow": (0.16, 0.10, 0.065), "brow_density": 1.25, "brow_width": 1.3, "stubble": 0.8, "shine": 0.6,
    "iris": (0.30, 0.27, 0.16), "seed": 37,
    "style": "short", "hair": (0.045, 0.025, 0.014), "parting": 2.5,
    "garment": (0.20, 0.21, 0.17),
}

PEOPLE = {person["name"]: person for person in (ADA, NOOR, TOM)}
