# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when something other than the writer sends writes to a registry.
# Run as: cmake -DROOT=<project>/src -P writes.cmake
cmake_minimum_required(VERSION 3.25)

# Makes the run that sends them.
set(makers_may_be registry/writer.cpp)
# Make the requests: plans, runs, and the journal, which notes them down; and a check of the service,
# which notes down what it makes and deletes it.
set(requests_may_be_in api/operations.cpp api/operations.h registry/saveplan.cpp registry/saverun.cpp
                       registry/deleterun.cpp registry/savejournal.cpp
                       connect/probecall.cpp connect/probecleanup.cpp)

set(broken "")
set(made 0)
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/*.h ${ROOT}/*.cpp)
foreach(file IN LISTS files)
    file(STRINGS ${ROOT}/${file} makers REGEX "new (SaveRun|DeleteRun)\\(")
    list(LENGTH makers count)
    math(EXPR made "${made} + ${count}")
    if(makers AND NOT file IN_LIST makers_may_be)
        string(APPEND broken "\n  ${file}: ${makers}")
    endif()
    file(STRINGS ${ROOT}/${file} requests
        REGEX "operations::(createModel|updateModel|deleteModel|createModelLabels|deleteModelLabels)\\(")
    if(requests AND NOT file IN_LIST requests_may_be_in)
        string(APPEND broken "\n  ${file}: ${requests}")
    endif()
endforeach()
if(made EQUAL 0)
    message(FATAL_ERROR "Nothing below ${ROOT} makes a run any more: mend this test")
endif()
if(broken)
    message(FATAL_ERROR "Only registry/writer, and a check of the service, write to a registry:${broken}")
endif()
