// SPDX-License-Identifier: MIT
// XML parts of a package, and what to say where one cannot be read.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "tables/xml_stream.h"
#include "tables/zip_reader.h"

namespace reportcard {

struct PartFault {
  ZipFault zip = ZipFault::none;
  XmlFault xml = XmlFault::none;
  std::string part;
  std::size_t line = 0, column = 0;
  bool any() const { return zip != ZipFault::none || xml != XmlFault::none; }
};

// Tells the listener of a whole part, or as much as it wants.
PartFault read_xml_part(const ZipReader& zip, std::size_t part, XmlListener& listener);

// As a problem of the file: workbook-unreadable, workbook-doctype, workbook-too-large, workbook-protected.
void report_part_fault(const std::string& file, const PartFault& fault, Problems& problems);

// What packages of the Open Packaging Conventions (XLSX, DOCX) say of their parts, one file of relationships.
struct PackageLink {
  std::string id;
  std::string type;    // its last part: "worksheet", "sharedStrings"; the same in strict and transitional files
  std::string target;  // the name of a part; empty where it is outside the package
};
// Of the part named, or of the package where that is "". None where there are none.
std::vector<PackageLink> read_package_links(const ZipReader& zip, std::string_view of_part, PartFault& fault);
// Of a part as [Content_Types].xml has it, by its name or by its ending; "" where it is not said.
std::string content_type_of(const ZipReader& zip, std::string_view part, PartFault& fault);

}  // namespace reportcard
