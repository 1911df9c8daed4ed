"""What is rendered: who is in the plate, and which frames have a truth with whose face."""

PLATE = "ada"
TRUTHS = ["noor"]
TRUTH_FRAMES = [0, 8, 16, 26, 38, 50, 66, 84]
