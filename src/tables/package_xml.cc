// SPDX-License-Identifier: MIT
// Nothing here assumes a name such as xl/workbook.xml: packages say themselves where their parts are.
#include "tables/package_xml.h"

#include <fmt/format.h>

#include <algorithm>

namespace reportcard {
namespace {

constexpr std::string_view link_space = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view type_space = "http://schemas.openxmlformats.org/package/2006/content-types";

std::string_view folder_of(std::string_view part) {
  const std::size_t at = part.rfind('/');
  return at == std::string_view::npos ? std::string_view{} : part.substr(0, at + 1);
}

std::string without_percents(std::string_view address) {
  const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; };
  std::string out;
  for (std::size_t at = 0; at < address.size(); ++at) {
    if (address[at] == '%' && at + 2 < address.size() && digit(address[at + 1]) >= 0 && digit(address[at + 2]) >= 0) {
      out += static_cast<char>(digit(address[at + 1]) * 16 + digit(address[at + 2]));
      at += 2;
    } else {
      out += address[at];
    }
  }
  return out;
}

// A target as written beside `of_part`: from the root where it begins with '/', else from the folder of that part.
std::string resolved(std::string_view of_part, std::string_view target) {
  target = target.substr(0, target.find('#'));
  const std::string decoded = without_percents(target);
  const std::string path = decoded.substr(0, 1) == "/" ? decoded.substr(1) : std::string(folder_of(of_part)) + decoded;
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string part = path.substr(at, end - at);
    at = end + 1;
    if (part == "..") {
      if (parts.empty()) return {};
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string out;
  for (const std::string& part : parts) out.append(out.empty() ? "" : "/").append(part);
  return out;
}

class LinkListener : public XmlListener {
 public:
  explicit LinkListener(std::string_view of_part) : of_part_(of_part) {}
  void opened(const XmlName& name, const XmlAttributes& attributes) override {
    if (name.space != link_space || name.local != "Relationship" || links.size() >= 20'000) return;
    PackageLink& link = links.emplace_back();
    link.id = attributes.get("Id").value_or("");
    const std::string_view type = attributes.get("Type").value_or("");
    link.type = type.substr(std::min(type.rfind('/') + 1, type.size()));
    if (attributes.get("TargetMode").value_or("") != "External") {
      link.target = resolved(of_part_, attributes.get("Target").value_or(""));
    }
  }
  void closed(const XmlName&) override {}
  void text(std::string_view) override {}
  std::vector<PackageLink> links;

 private:
  std::string_view of_part_;
};

class TypeListener : public XmlListener {
 public:
  explicit TypeListener(std::string_view part) : part_(part) {}
  void opened(const XmlName& name, const XmlAttributes& attributes) override {
    if (name.space != type_space) return;
    const std::string_view type = attributes.get("ContentType").value_or("");
    if (name.local == "Override") {
      std::string_view of = attributes.get("PartName").value_or("");
      if (of.substr(0, 1) == "/") of.remove_prefix(1);
      if (of == part_) by_name = type;
    } else if (name.local == "Default") {
      const std::string_view ending = attributes.get("Extension").value_or("");
      const std::size_t dot = part_.rfind('.');
      if (dot != std::string_view::npos && part_.substr(dot + 1) == ending) by_ending = type;
    }
  }
  void closed(const XmlName&) override {}
  void text(std::string_view) override {}
  std::string by_name, by_ending;

 private:
  std::string_view part_;
};

}  // namespace

PartFault read_xml_part(const ZipReader& zip, std::size_t part, XmlListener& listener) {
  PartFault out;
  XmlStream xml(listener);
  out.zip = zip.stream(part, [&xml](std::string_view piece) { return xml.feed(piece); });
  if (out.zip == ZipFault::none && !listener.done && xml.fault() == XmlFault::none) xml.finish();
  out.xml = xml.fault();
  out.line = xml.line();
  out.column = xml.column();
  out.part = part < zip.names().size() ? zip.names()[part] : std::string();
  return out;
}

void report_part_fault(const std::string& file, const PartFault& fault, Problems& problems) {
  constexpr std::string_view save_again = "open it in a spreadsheet program, and save it again as .xlsx or .ods";
  Place place;
  place.file = file;
  const std::string part = fault.part.empty() ? std::string() : fmt::format(" (its part {})", fault.part);
  if (fault.xml == XmlFault::doctype) {
    problems.error("workbook-doctype", place, fmt::format("This workbook has a DOCTYPE{}, which no spreadsheet program writes.", part),
                   std::string(save_again));
  } else if (fault.zip == ZipFault::too_large || fault.zip == ZipFault::too_many) {
    problems.error("workbook-too-large", place,
                   fmt::format("This workbook is far larger when it is unpacked than a workbook should be{}.", part),
                   "take out what is not needed: blank rows with formats far below the table, pictures, old sheets");
  } else if (fault.zip == ZipFault::encrypted) {
    problems.error("workbook-protected", place, "This workbook is locked with a password.",
                   "open it, take the password off (in Excel: File, Info, Protect Workbook), and save it");
  } else if (fault.zip == ZipFault::no_zip) {
    problems.error("workbook-unreadable", place, "This file is no workbook, though its name says so.", std::string(save_again));
  } else if (fault.zip == ZipFault::name_leaves) {
    problems.error("workbook-unreadable", place, "This workbook has a part whose name leads out of it, which no spreadsheet program writes.",
                   std::string(save_again));
  } else if (fault.zip != ZipFault::none) {
    problems.error("workbook-unreadable", place, fmt::format("This workbook is damaged or was not copied whole{}.", part),
                   fmt::format("copy it again; or {}", save_again));
  } else {
    const std::string at = fault.line > 0 ? fmt::format(" (its part {}, line {}, column {})", fault.part, fault.line, fault.column) : part;
    problems.error("workbook-unreadable", place, fmt::format("This workbook is damaged{}.", at), std::string(save_again));
  }
}

std::vector<PackageLink> read_package_links(const ZipReader& zip, std::string_view of_part, PartFault& fault) {
  const std::string_view folder = folder_of(of_part);
  const auto part = zip.find(fmt::format("{}_rels/{}.rels", folder, of_part.substr(folder.size())));
  if (!part) return {};
  LinkListener listener(of_part);
  fault = read_xml_part(zip, *part, listener);
  return std::move(listener.links);
}

std::string content_type_of(const ZipReader& zip, std::string_view part, PartFault& fault) {
  const auto types = zip.find("[Content_Types].xml");
  if (!types) return {};
  TypeListener listener(part);
  fault = read_xml_part(zip, *types, listener);
  return listener.by_name.empty() ? listener.by_ending : listener.by_name;
}

}  // namespace reportcard
