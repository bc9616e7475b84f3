"""Reads every example of the API's document by the generated model, and says how many there were.

    python3 read_examples.py DOCUMENT
"""

import re
import sys

from lumia_client import models
from lumia_client.exact import loads


def examples(document):
    for path in document["paths"].values():
        for operation in path.values():
            for response in operation["responses"].values():
                content = resolved(document, response).get("content", {}).get("application/json", {})
                if "example" in content and "$ref" in content["schema"]:
                    yield content["schema"]["$ref"], content["example"]


def resolved(document, response):
    name = response.get("$ref", "").rpartition("/")[2]
    return document["components"]["responses"][name] if name else response


def model(reference):
    words = re.split("[^A-Za-z0-9]+", reference.rpartition("/")[2])
    return getattr(models, "".join(word[:1].upper() + word[1:] for word in words))


def main(file):
    with open(file, encoding="utf-8") as text:
        document = loads(text.read())
    read = [model(reference).from_dict(example) for reference, example in examples(document)]
    print(len(read))


if __name__ == "__main__":
    main(sys.argv[1])
