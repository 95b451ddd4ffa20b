// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
#endif

namespace modelscribe::testing {

//! Runs one test class as its own QTEST_MAIN would; the exit status.
using TestRun = int (*)(int argc, char **argv);

template<typename Application, typename Class>
int runTestClass(int argc, char **argv)
{
    QTest::Internal::callInitMain<Class>();
    Application app(argc, argv);
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);
    Class object;
    return QTest::qExec(&object, argc, argv);
}

//! A static one in a test's .cpp makes its class known to main(), which runs it by its name.
class TestClass
{
public:
    TestClass(const char *name, TestRun run);
};

} // namespace modelscribe::testing

//! Instead of QTEST_GUILESS_MAIN: one program holds all the test classes of a folder. Stands in the
//! namespace of the test, which has the name of its file: several files are compiled as one.
#define MODELSCRIBE_TEST(Class)                                                                    \
    static const modelscribe::testing::TestClass registered##Class(                                \
        #Class, modelscribe::testing::runTestClass<QCoreApplication, Class>);

//! Instead of QTEST_MAIN.
#ifdef QT_WIDGETS_LIB
#define MODELSCRIBE_GUI_TEST(Class)                                                                \
    static const modelscribe::testing::TestClass registered##Class(                                \
        #Class, modelscribe::testing::runTestClass<QApplication, Class>);
#elif defined(QT_GUI_LIB)
#define MODELSCRIBE_GUI_TEST(Class)                                                                \
    static const modelscribe::testing::TestClass registered##Class(                                \
        #Class, modelscribe::testing::runTestClass<QGuiApplication, Class>);
#endif
