package org.seccatalogue.api.records;

import org.seccatalogue.api.contract.Attribute;
import org.seccatalogue.api.contract.RecordType;
import org.seccatalogue.api.contract.RecordTypeList;
import org.seccatalogue.schema.CatalogueSchema;

/// Record types, as the contract describes them.
final class RecordTypeJson {

  private RecordTypeJson() {}

  static RecordTypeList all(CatalogueSchema schema) {
    return new RecordTypeList().items(schema.types().stream().map(RecordTypeJson::of).toList());
  }

  static RecordType of(org.seccatalogue.schema.RecordType type) {
    return new RecordType()
        .name(type.name())
        .label(type.label())
        .plural(type.plural())
        .prefix(type.prefix())
        .kind(type.kind().word())
        .section(type.section())
        .description(type.description())
        .attributes(type.attributes().stream().map(RecordTypeJson::of).toList());
  }

  private static Attribute of(org.seccatalogue.schema.Attribute attribute) {
    return new Attribute()
        .name(attribute.name())
        .label(attribute.label())
        .group(attribute.group())
        .unit(attribute.unit())
        .required(attribute.required())
        .requiredFrom(attribute.requiredFrom())
        .hint(attribute.hint());
  }
}
