// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"

#include <cstdio>
#include <map>

using namespace modelscribe::testing;

namespace {

//! By the name of the class, which differs from its file's by capital letters only.
std::map<QByteArray, TestRun> &testClasses()
{
    static std::map<QByteArray, TestRun> classes;
    return classes;
}

} // namespace

TestClass::TestClass(const char *name, TestRun run)
{
    testClasses()[QByteArray(name).toLower()] = run;
}

//! PROGRAM TEST [ARGUMENTS OF QT TEST]: runs one test class. A process has but one application, and
//! what a class leaves behind is no other's trouble.
int main(int argc, char **argv)
{
    const auto test = argc > 1 ? testClasses().find(QByteArray(argv[1]).toLower())
                               : testClasses().end();
    if (test == testClasses().end()) {
        std::fprintf(stderr, "usage: %s TEST [FUNCTION[:ROW]…]; the tests are\n", argv[0]);
        for (const auto &[name, run] : testClasses())
            std::fprintf(stderr, "    %s\n", name.constData());
        return 2;
    }
    argv[1] = argv[0];
    return test->second(argc - 1, argv + 1);
}
