// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/argumentorder.h"
#include "testclass.h"

#include <QStringList>
#include <QTest>

#include <algorithm>

namespace tst_argumentorder {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

CommandShape programShape()
{
    using Takes = OptionShape::Takes;
    const OptionShape yes{{"--yes"}, Takes::Nothing};
    const OptionShape set{{"--set"}, Takes::ManyPairs};
    return {.name = "program",
            .options = {{{"-h", "--help"}, Takes::Nothing},
                        {{"--local"}, Takes::OneOrNone},
                        {{"--output"}, Takes::One}},
            .commands = {{.name = "list", .options = {{{"--limit"}, Takes::One}}},
                         {.name = "get", .needs = 1},
                         {.name = "create", .options = {set}},
                         {.name = "update",
                          .options = {set,
                                      {{"--clear"}, Takes::Many},
                                      {{"--remove-label"}, Takes::Many},
                                      {{"--dry-run"}, Takes::Nothing}},
                          .needs = 1},
                         {.name = "delete", .options = {yes}, .needs = 1},
                         {.name = "drafts",
                          .commands = {{.name = "list"},
                                       {.name = "discard", .options = {yes}, .needs = 1}}}}};
}

QString rearranged(const QString &line)
{
    std::vector<std::string> arguments;
    for (const QString &argument : line.split(u' ', Qt::SkipEmptyParts))
        arguments.push_back(argument.toStdString());
    const auto result = arranged(arguments, programShape());
    if (!result)
        return u"error: "_s + result.error().detail;
    QStringList words;
    for (const std::string &word : *result)
        words.append(QString::fromStdString(word));
    return words.join(u' ');
}

} // namespace

class tst_ArgumentOrder : public QObject
{
    Q_OBJECT

private slots:
    void wordsFindTheirPlace_data();
    void wordsFindTheirPlace();
    void theOrderOfPartsDoesNotMatter();
};

void tst_ArgumentOrder::wordsFindTheirPlace_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const QString &given, const QString &wanted) {
        QTest::newRow(qPrintable(given)) << given << wanted;
    };
    row(u""_s, u""_s);
    row(u"--help"_s, u"--help"_s);
    row(u"list --limit 5"_s, u"list --limit=5"_s);
    row(u"list --limit -1"_s, u"list --limit=-1"_s);
    row(u"list --limit"_s, u"list --limit"_s);
    row(u"--output json list"_s, u"list --output=json"_s);
    row(u"frobnicate list"_s, u"frobnicate list"_s);
    row(u"list --nonsense x"_s, u"list x --nonsense"_s);
    // Values that are pairs
    row(u"update --set Task=x id"_s, u"update id --set=Task=x"_s);
    row(u"update --set Task=x id --dry-run"_s, u"update id --set=Task=x --dry-run"_s);
    row(u"update --set A=1 B=2 id"_s, u"update id --set=A=1 --set=B=2"_s);
    row(u"update id --set A=1 B=2"_s, u"update id --set=A=1 --set=B=2"_s);
    row(u"create --set A=1 B=2 --set C=3"_s, u"create --set=A=1 --set=B=2 --set=C=3"_s);
    row(u"create --set A=1 word"_s, u"create word --set=A=1"_s);
    // Values that are words
    row(u"update --clear Task id"_s, u"update id --clear=Task"_s);
    row(u"update --clear Task Domain id"_s, u"update id --clear=Task --clear=Domain"_s);
    row(u"update id --clear Task Domain"_s, u"update id --clear=Task --clear=Domain"_s);
    row(u"update --clear Task --dry-run id"_s, u"update id --clear=Task --dry-run"_s);
    row(u"update --clear Task id --remove-label k"_s, u"update id --clear=Task --remove-label=k"_s);
    row(u"update --clear=Task id"_s, u"update id --clear=Task"_s);
    row(u"update --clear Task a --remove-label k b"_s,
        u"error: is “a” or “b” the MODEL_ID? Put it right behind the command"_s);
    // --local [FILE]
    row(u"--local list"_s, u"--local list"_s);
    row(u"--local x.db list"_s, u"list --local=x.db"_s);
    row(u"list --local"_s, u"--local list"_s);
    row(u"list --local x.db"_s, u"list --local=x.db"_s);
    row(u"get --local x.db id"_s, u"get id --local=x.db"_s);
    row(u"get id --local x.db"_s, u"get id --local=x.db"_s);
    row(u"get id --local"_s, u"--local get id"_s);
    row(u"get --local id"_s, u"--local get id"_s);
    row(u"--local get id"_s, u"--local get id"_s);
    row(u"get --local=x.db id"_s, u"get id --local=x.db"_s);
    row(u"delete --local id --yes"_s, u"--local delete id --yes"_s);
    row(u"delete --local x.db a b --yes"_s, u"delete a b --local=x.db --yes"_s);
    row(u"update --local x.db --clear Task id"_s, u"update id --local=x.db --clear=Task"_s);
    row(u"update --set A=1 --local id"_s, u"--local update id --set=A=1"_s);
    // Commands within commands, and words behind --
    row(u"drafts list"_s, u"drafts list"_s);
    row(u"drafts --local discard id --yes"_s, u"--local drafts discard id --yes"_s);
    row(u"drafts discard --yes id"_s, u"drafts discard id --yes"_s);
    row(u"get -- -id"_s, u"get -- -id"_s);
    row(u"get --local -- -id"_s, u"--local get -- -id"_s);
    row(u"delete --yes -- a --local"_s, u"delete a --yes -- --local"_s);
}

void tst_ArgumentOrder::wordsFindTheirPlace()
{
    QFETCH(QString, given);
    QFETCH(QString, wanted);
    QCOMPARE(rearranged(given), wanted);
}

void tst_ArgumentOrder::theOrderOfPartsDoesNotMatter()
{
    QStringList parts{u"--set A=1"_s, u"--clear Task"_s, u"--local x.db"_s, u"--dry-run"_s,
                      u"id"_s};
    std::ranges::sort(parts);
    int orders = 0;
    do {
        const QString result = rearranged(u"update "_s + parts.join(u' '));
        QVERIFY2(result.startsWith(u"update id --"),
                 qPrintable(parts.join(u' ') + u": "_s + result));
        for (const QString &part :
             {u"--set=A=1"_s, u"--clear=Task"_s, u"--local=x.db"_s, u"--dry-run"_s})
            QVERIFY2(result.contains(part), qPrintable(parts.join(u' ') + u": "_s + result));
        ++orders;
    } while (std::ranges::next_permutation(parts).found);
    QCOMPARE(orders, 120);
}

MODELSCRIBE_TEST(tst_ArgumentOrder)

} // namespace tst_argumentorder

#include "tst_argumentorder.moc"
