"""The description of the public interface for programs, in the words of OpenAPI 3.1."""
