# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of src/ui/json; included by CMakeLists.txt.
file(GLOB json_tests CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} tst_json*.cpp
    tst_pictures[a-z]*.cpp tst_stars*.cpp tst_textdifference*.cpp)
foreach(file IN LISTS json_tests)
    get_filename_component(name ${file} NAME_WE)
    modelscribe_add_test(${name} modelscribe_ui)
endforeach()

# Not tests: "jsontreepictures DIR" saves pictures to look at.
foreach(name jsondialogpictures jsontreepictures)
    add_executable(${name} EXCLUDE_FROM_ALL ${name}.cpp)
    target_link_libraries(${name} PRIVATE Qt6::Test modelscribe_ui)
endforeach()
