"""Text to vectors, trees and stances: the only room with torch and onnxruntime."""
