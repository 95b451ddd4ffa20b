# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of src/ui/json; included by CMakeLists.txt.
file(GLOB json_tests CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} tst_json*.cpp
    tst_stars*.cpp tst_textdifference*.cpp)
foreach(file IN LISTS json_tests)
    get_filename_component(name ${file} NAME_WE)
    modelscribe_add_test(${name} modelscribe_ui)
endforeach()
modelscribe_add_test(tst_picturesfield modelscribe_ui modelscribe_testing)

# Not tests: "jsontreepictures DIR" saves pictures to look at, and so do the others.
foreach(name jsondialogpictures jsontreepictures)
    add_executable(${name} EXCLUDE_FROM_ALL ${name}.cpp)
    target_link_libraries(${name} PRIVATE Qt6::Test modelscribe_ui)
endforeach()
add_executable(formpictures EXCLUDE_FROM_ALL formpictures.cpp)
target_include_directories(formpictures PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(formpictures PRIVATE TEST_DATA_DIR="${CMAKE_SOURCE_DIR}/tests"
    SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(formpictures PRIVATE Qt6::Test modelscribe_ui modelscribe_testing)
