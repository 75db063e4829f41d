# The lesson's network trained by PyTorch, and written as a file that the page opens ("Open a model
# file"): python3 train.py FOLDER, a folder with MNIST's four files, gzipped.
import gzip
import sys
from inspect import signature
from pathlib import Path

import torch
from torch import nn

folder = Path(sys.argv[1])


def read(name, header):
    content = bytearray(gzip.open(folder / f"{name}-ubyte.gz").read())
    return torch.frombuffer(content, dtype=torch.uint8, offset=header)


def digits(name):
    images = read(f"{name}-images-idx3", 16).reshape(-1, 784).float() / 255
    return images, read(f"{name}-labels-idx1", 8).long()


torch.manual_seed(1)
net = nn.Sequential(
    nn.Linear(784, 16), nn.ReLU(), nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 10)
)
optimizer = torch.optim.Adam(net.parameters(), lr=0.003)
images, labels = digits("train")
for epoch in range(4):
    for batch in torch.randperm(len(labels)).split(64):
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(images[batch]), labels[batch]).backward()
        optimizer.step()

images, labels = digits("t10k")
accuracy = (net(images).argmax(1) == labels).float().mean().item()
print(f"{100 * accuracy:.2f}% of the test digits read")
# Newer versions have two exporters, of which the older writes a single file.
older = {"dynamo": False} if "dynamo" in signature(torch.onnx.export).parameters else {}
torch.onnx.export(net, images[:1], "pytorch.onnx", **older)
# Or, with the package safetensors:
# safetensors.torch.save_file(net.state_dict(), "pytorch.safetensors")
