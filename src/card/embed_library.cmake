# Turns the files of library/ into one C++ file, so that the program finds them without looking on the disk.
#   cmake -DLIBRARY=... -DOUT=... -P embed_library.cmake
file(GLOB_RECURSE names RELATIVE ${LIBRARY} LIST_DIRECTORIES false ${LIBRARY}/*.toml ${LIBRARY}/*.csv ${LIBRARY}/*.md ${LIBRARY}/*.txt ${LIBRARY}/*.css ${LIBRARY}/*.xml)
list(SORT names)
set(out "// Made from library/ by embed_library.cmake.\n#include \"card/library.h\"\n\nnamespace reportcard {\n\nconstinit const LibraryFile library_files[] = {\n")
foreach(name IN LISTS names)
  file(READ "${LIBRARY}/${name}" content)
  string(APPEND out "  {\"${name}\", R\"~library~(${content})~library~\"},\n")
endforeach()
string(APPEND out "  {{}, {}},\n};\nconst std::size_t library_size = sizeof(library_files) / sizeof(library_files[0]) - 1;\n\n}  // namespace reportcard\n")
file(WRITE ${OUT} "${out}")
