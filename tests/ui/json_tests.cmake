# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of src/ui/json; included by CMakeLists.txt.
foreach(name tst_jsoncelltext tst_jsoncompleter tst_jsonconversion tst_jsondifferencedialog
        tst_jsondocument tst_jsonfindbar tst_jsonform tst_jsonmovenodes tst_jsonpastedialog
        tst_jsonrepairdialog tst_jsonrevert tst_jsonschemachoice tst_jsonsearch tst_jsonsourcetree
        tst_jsonsubtreedialog tst_jsonsubtrees tst_jsontextedit tst_jsontreefilter
        tst_jsontreemodel tst_jsontreeview tst_jsonwording tst_starsfield tst_textdifference
        tst_textdifferenceview)
    modelscribe_add_test(${name} modelscribe_ui)
endforeach()
modelscribe_add_test(tst_picturesfield modelscribe_ui modelscribe_testing)

# Not tests: "jsontreepictures DIR" saves pictures to look at, and so do the others.
foreach(name jsondialogpictures jsoneditorpictures jsontreepictures)
    add_executable(${name} EXCLUDE_FROM_ALL ${name}.cpp)
    target_link_libraries(${name} PRIVATE Qt6::Test modelscribe_ui)
endforeach()
add_executable(formpictures EXCLUDE_FROM_ALL formpictures.cpp)
target_include_directories(formpictures PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(formpictures PRIVATE TEST_DATA_DIR="${CMAKE_SOURCE_DIR}/tests"
    SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(formpictures PRIVATE Qt6::Test modelscribe_ui modelscribe_testing)
