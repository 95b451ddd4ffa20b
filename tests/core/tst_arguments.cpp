// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/arguments.h"
#include "testclass.h"

#include <QTest>

namespace tst_arguments {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Arguments : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatNoMeaningCanMend_data();
    void saysWhatNoMeaningCanMend();
    void theEnvironmentIsTextToo();
};

void tst_Arguments::saysWhatNoMeaningCanMend_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QByteArrayList &arguments,
                        const QString &problem = {}) {
        QTest::newRow(name) << arguments << problem;
    };
    row("none", {});
    row("usual",
        {"--local", "x.db", "update", "--set", "ModelDescription=", "id", "--label", "k="});
    row("characters of all planes", {"create", "--set", "ModelName=\u7532\U0001F600"});
    row("the replacement character itself", {"create", "--set", "ModelName=\uFFFD"});
    row("GBK", {"--local", "x.db", "create", "--set", "ModelName=\xBC\xD7"},
        u"argument 5 is not UTF-8 text"_s);
    row("Latin-1 file", {"--local", "caf\xE9.db"}, u"argument 2 is not UTF-8 text"_s);
    row("Latin-1 file behind =", {"--local=caf\xE9.db"}, u"argument 1 is not UTF-8 text"_s);
    row("half an emoji", {"list", "--query", "\xF0\x9F\x91"}, u"argument 3 is not UTF-8 text"_s);
    row("CESU-8", {"get", "\xED\xA0\xBD\xED\xB8\x80"}, u"argument 2 is not UTF-8 text"_s);
    row("overlong", {"get", "\xC0\xAE"}, u"argument 2 is not UTF-8 text"_s);
    row("option", {"list", "--\xE9"}, u"argument 2 is not UTF-8 text"_s);
    row("command", {"l\xE9st"}, u"argument 1 is not UTF-8 text"_s);
    row("a file that is only read", {"update", "id", "--extra-info", "caf\xE9.json"});
    row("a file that is only read, behind =", {"update", "id", "--extra-info=caf\xE9.json"});
    row("behind such a file", {"update", "--extra-info=x.json", "\xE9"},
        u"argument 3 is not UTF-8 text"_s);
    row("empty value", {"--local", "", "list"},
        u"--local is given empty; give it a value, or leave it out"_s);
    row("empty behind =", {"list", "--endpoint="},
        u"--endpoint is given empty; give it a value, or leave it out"_s);
    row("empty id", {"get", ""}, u"argument 2 is empty"_s);
    row("empty behind a value", {"list", "--limit", "5", ""}, u"argument 4 is empty"_s);
}

void tst_Arguments::saysWhatNoMeaningCanMend()
{
    QFETCH(QByteArrayList, arguments);
    QFETCH(QString, problem);
    std::vector<const char *> given{"program"};
    for (const QByteArray &argument : arguments)
        given.push_back(argument.constData());
    QCOMPARE(
        argumentProblem(int(given.size()), given.data(), {u"--extra-info"_s}).value_or(QString()),
        problem);
}

void tst_Arguments::theEnvironmentIsTextToo()
{
    QVERIFY(!environmentProblem());
    qputenv("MODELSCRIBE_PROFILE", "caf\xE9");
    const auto problem = environmentProblem();
    qunsetenv("MODELSCRIBE_PROFILE");
    QVERIFY(problem);
    QVERIFY2(problem->contains(u"MODELSCRIBE_PROFILE"), qPrintable(*problem));
}

MODELSCRIBE_TEST(tst_Arguments)

} // namespace tst_arguments

#include "tst_arguments.moc"
