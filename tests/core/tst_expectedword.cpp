// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commandparser.h"
#include "core/expectedword.h"
#include "testclass.h"

#include <QTest>

namespace tst_expectedword {

using namespace modelscribe;

//! A program with what the real ones have: choices, files, repeated options, commands of commands.
struct Declared
{
    Declared()
    {
        program.setFallthrough();
        program.add({.name = "--output",
                     .into = &output,
                     .help = "how",
                     .type = "FORMAT",
                     .choices = {"table", "json"}});
        program.add({.name = "--local",
                     .into = [](const std::string &) {},
                     .type = "[FILE]",
                     .mayLackValue = true});
        CommandParser &update = program.addCommand("update", "changes one");
        update.add({.name = "MODEL_ID", .into = &id, .isRequired = true});
        update.add({.name = "--set", .into = &set, .type = "FIELD=VALUE"});
        update.add({.name = "--dry-run", .into = &dryRun, .help = "sends nothing"});
        CommandParser &label = program.addCommand("label", "labels");
        label.setFallthrough();
        label.add({.name = "--yes", .into = &yes});
        CommandParser &merge = label.addCommand("merge", "merges");
        merge.add({.name = "LABEL", .into = &labels, .isRequired = true});
        label.addCommand("list", "lists");
    }

    std::string output, id;
    std::vector<std::string> set, labels;
    bool dryRun = false, yes = false;
    CommandParser program{"A program", "program"};
};

QStringList offered(const ExpectedWord &word)
{
    QStringList result;
    for (const ExpectedWord::Offer &offer : word.offers)
        result.append(QString::fromStdString(offer.text));
    return result;
}

class tst_ExpectedWord : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatCanFollow_data();
    void knowsWhatCanFollow();
    void tellsWhatStandsThereAlready();
    void offersSayWhatTheyAre();
};

void tst_ExpectedWord::knowsWhatCanFollow_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("offers");
    QTest::addColumn<QString>("of");
    QTest::addColumn<QString>("begun");
    const auto row = [](const char *name, const char *words, const char *offers,
                        const char *of = "", const char *begun = "") {
        QTest::newRow(name) << QString::fromLatin1(words).split(u' ')
                            << QString::fromLatin1(offers).split(u' ', Qt::SkipEmptyParts)
                            << QString::fromLatin1(of) << QString::fromLatin1(begun);
    };
    row("commands", "", "update label");
    row("a command begun", "up", "update", "", "up");
    row("options of the program", "--", "--output --local --help --version", "", "--");
    row("choices", "--output ", "table json", "--output");
    row("a choice begun", "--output j", "json", "--output", "j");
    row("a choice behind =", "--output=t", "--output=table", "--output", "t");
    row("a value that is missing", "update --set ", "", "--set");
    row("a value begun", "update --set Ta", "", "--set", "Ta");
    row("a value behind =", "update --set=Ta", "", "--set", "Ta");
    row("a value with a dash", "update --set -Ta", "", "--set", "-Ta");
    row("behind a value with a dash", "update --set -T --dr", "--dry-run", "", "--dr");
    row("an id", "update ", "", "MODEL_ID");
    row("an id that is missing behind values", "update --set A=1 ", "", "MODEL_ID");
    row("more values when the id is there", "update x --set A=1 ", "", "--set");
    row("options of all commands", "update --", "--set --dry-run --output --local --help", "",
        "--");
    row("a flag that was given is not offered", "update --dry-run --",
        "--set --output --local --help", "", "--");
    row("what is repeated is offered again", "update --set a --s", "--set", "", "--s");
    row("a file or a command", "--local ", "update label", "--local");
    row("commands of a command", "label ", "merge list");
    row("not behind its last word", "label list ", "");
    row("words that are repeated", "label merge a b ", "", "LABEL");
    row("options of outer commands", "label merge --y", "--yes", "", "--y");
    row("an unknown option is skipped", "--unknown update --d", "--dry-run", "", "--d");
    row("nothing behind what is too much", "update x ", "");
}

void tst_ExpectedWord::knowsWhatCanFollow()
{
    QFETCH(QStringList, words);
    const Declared declared;
    std::vector<std::string> given;
    for (const QString &word : std::as_const(words))
        given.push_back(word.toStdString());
    const ExpectedWord word = expectedWord(declared.program, given);
    QTEST(offered(word), "offers");
    QTEST(QString::fromStdString(word.of), "of");
    QTEST(QString::fromStdString(word.begun), "begun");
}

void tst_ExpectedWord::tellsWhatStandsThereAlready()
{
    const Declared declared;
    const ExpectedWord word = expectedWord(declared.program, {"--output=json", "update", "--local",
                                                              "a.db", "--set", "A=1", "--set=x"});
    QCOMPARE(word.commands, std::vector<std::string>{"update"});
    using Value = std::pair<std::string, std::string>;
    QCOMPARE(word.values,
             (std::vector<Value>{{"--output", "json"}, {"--local", "a.db"}, {"--set", "A=1"}}));
    QCOMPARE(word.type, std::string("FIELD=VALUE"));
    QCOMPARE(word.before, std::string("--set="));
}

void tst_ExpectedWord::offersSayWhatTheyAre()
{
    const Declared declared;
    using Offers = std::vector<ExpectedWord::Offer>;
    QCOMPARE(expectedWord(declared.program, {"update", "--dr"}).offers,
             (Offers{{"--dry-run", "sends nothing"}}));
    QCOMPARE(expectedWord(declared.program, {"lab"}).offers, (Offers{{"label", "labels"}}));
    QVERIFY(expectedWord(declared.program, {}).offers
            == (Offers{{"update", "changes one"}, {"label", "labels"}}));
}

MODELSCRIBE_TEST(tst_ExpectedWord)

} // namespace tst_expectedword

#include "tst_expectedword.moc"
