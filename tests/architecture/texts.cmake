# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when something in src/ or ui/ uses one of Qt's own edits for several lines, or asks one for its
# plain text: both respell what a person wrote. ExactTextEdit does not.
# Run as: cmake -DROOT=<project> -P texts.cmake
cmake_minimum_required(VERSION 3.25)

set(broken "")
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/src/*.h ${ROOT}/src/*.cpp ${ROOT}/ui/*.ui)
list(LENGTH files count)
if(count EQUAL 0)
    message(FATAL_ERROR "No source files below ${ROOT}")
endif()
set(respells "new QPlainTextEdit|new QTextEdit|class=\"Q(Plain)?TextEdit\"|[>.]toPlainText\\(|: public Q(Plain)?TextEdit")
foreach(file IN LISTS files)
    if(file MATCHES "/exacttextedit\\.(h|cpp)$")
        continue()
    endif()
    file(STRINGS ${ROOT}/${file} lines REGEX "${respells}")
    foreach(line IN LISTS lines)
        string(APPEND broken "\n  ${file}: ${line}")
    endforeach()
endforeach()
if(broken)
    message(FATAL_ERROR "These respell texts; use ExactTextEdit:${broken}")
endif()
