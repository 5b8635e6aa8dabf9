"""Reads web annotations with a JSON-LD processor: prints type, creator, body, quote and paragraph of each."""
import json
import sys

from pyld import jsonld

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
# The part of the standard's context that is needed here, as a document that is not read over the network.
CONTEXT = {
    "@context": {
        "oa": OA, "as": AS, "rdf": RDF, "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/", "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": "@id", "type": "@type",
        "Annotation": "oa:Annotation", "AnnotationPage": "as:OrderedCollectionPage",
        "SpecificResource": "oa:SpecificResource", "TextualBody": "oa:TextualBody",
        "FragmentSelector": "oa:FragmentSelector", "TextQuoteSelector": "oa:TextQuoteSelector",
        "Organization": "as:Organization",
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
        "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"},
        "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector", "@type": "@id"},
        "refinedBy": {"@id": "oa:refinedBy", "@type": "@id"}, "exact": "oa:exact", "value": "rdf:value",
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"}, "assessing": "oa:assessing",
        "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"}, "classifying": "oa:classifying",
        "commenting": "oa:commenting", "tagging": "oa:tagging",
        "creator": {"@id": "dcterms:creator", "@type": "@id"},
        "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
        "name": "foaf:name", "nickname": "foaf:nick", "format": "dc:format", "language": "dc:language",
    }
}


def load(url, options):
    assert url == "http://www.w3.org/ns/anno.jsonld", url
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


jsonld.set_document_loader(load)
with open(sys.argv[1], encoding="utf-8") as file:
    (page,) = jsonld.expand(json.load(file))


def one(node, name):
    (value,) = node[name]
    return value.get("@value", value.get("@id", value))


for item in page[AS + "items"][0]["@list"]:
    assert item["@type"] == [OA + "Annotation"], item
    kind = one(item[OA + "hasBody"][0], RDF + "value")
    who = one(item["http://purl.org/dc/terms/creator"][0], "http://xmlns.com/foaf/0.1/nick")
    said = []
    for target in item[OA + "hasTarget"]:
        if OA + "hasSelector" not in target:
            said.append("document")
            continue
        selector = target[OA + "hasSelector"][0]
        label = selector.get(RDF + "value", [{"@value": "document"}])[0]["@value"]
        quote = selector.get(OA + "refinedBy", [selector])[0].get(OA + "exact", [{"@value": ""}])[0]["@value"]
        said.append(f"{label} {quote}".strip())
    print(who, kind, "; ".join(said))
