"""Trains the model beside the rules. Needs PyTorch (`make model`); nothing here is loaded by the running service."""
