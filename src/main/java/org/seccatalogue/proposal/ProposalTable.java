package org.seccatalogue.proposal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.RecordType;

/// Proposals of one record type that say the same things of their records, each in a place that
/// people find again: rows of a sheet, with columns.
public interface ProposalTable {

  /// What is said of a record besides its attributes and links.
  enum Part {
    KEY,
    SECTION,
    POSITION,
    STAGE,
    REVISION,
    DIGEST
  }

  RecordType type();

  /// What the source calls it.
  String name();

  /// Whether new records take the keys that their rows give them.
  boolean keepsKeys();

  /// The names of the attributes that tell which record a row without a key means; empty: those
  /// that usually do.
  List<String> match();

  /// The names of the attributes that its rows say something of.
  Set<String> filled();

  /// The names of the link types that its rows say something of.
  Set<String> links();

  /// Whether its rows say at all what is in this part.
  boolean says(Part part);

  /// The column of a part, 0 where there is none.
  int columnOf(Part part);

  /// The column of an attribute, or the first of those that its value is put together from; or that
  /// of links of a type.
  Optional<Integer> columnOf(String attribute);

  /// Says once for the table that nothing gives an attribute which its records must have.
  ///
  /// @param finding that a row lacks it, which is given back where the table has it
  Optional<Finding> missing(Attribute attribute, Finding finding);

  /// A cell of a row.
  default Place cell(Proposal row, int column) {
    return new Place.Cell(name(), row.row(), column);
  }

  default Place cell(Proposal row, Part part) {
    return cell(row, columnOf(part));
  }
}
