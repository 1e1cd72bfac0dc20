"""The small model beside the rules: reads a message as a whole where rules only hear phrases."""
