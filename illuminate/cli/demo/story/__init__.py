"""The example case, step by step, through real actions. Each step begins with the one before.

The tests stand on the same steps as the demo: what the demo shows is what is tested.
"""
