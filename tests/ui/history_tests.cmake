# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of src/ui/history; included by CMakeLists.txt.
modelscribe_add_test(tst_historyview modelscribe_ui modelscribe_localregistry Qt6::Sql)
modelscribe_add_test(tst_reverting modelscribe_ui modelscribe_localregistry)

# Not a test: "historypictures DIR [QM]" saves pictures to look at.
add_executable(historypictures EXCLUDE_FROM_ALL historypictures.cpp)
target_include_directories(historypictures PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(historypictures PRIVATE Qt6::Test modelscribe_ui modelscribe_localregistry)
