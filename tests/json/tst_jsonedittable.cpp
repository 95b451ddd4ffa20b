// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "testpaths.h"
#include "json/jsonedit.h"

#include <QFile>
#include <QSet>
#include <QTest>

namespace tst_jsonedittable {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

struct Row
{
    int line = 0;
    QString operation;
    QStringList arguments;
    QByteArray before;
    std::optional<QByteArray> after;
    QString refusal;
    std::optional<QString> newPath;
};

struct Table
{
    QList<Row> rows;
    QString problem;
};

constexpr qsizetype fewestRows = 300;

QString unescaped(QString text)
{
    return text.replace(u'␍', u'\r').replace(u'␊', u'\n').replace(u'␉', u'\t').replace(u'␠', u' ');
}

//! Operations and how many arguments they take; -1: one or more.
const QMap<QString, int> &operations()
{
    static const QMap<QString, int> known{
        {u"setValue"_s, 2},   {u"renameKey"_s, 2}, {u"insert"_s, 4},
        {u"remove"_s, -1},    {u"duplicate"_s, 1}, {u"move"_s, 3},
        {u"changeType"_s, 2}, {u"sortKeys"_s, 1},  {u"sortKeysDeep"_s, 1}};
    return known;
}

//! Takes one row from the front of \p lines; what is wrong with it, or nothing.
QString readRow(QStringList &lines, Row &row)
{
    QStringList head = lines.takeFirst().split(u" | "_s);
    row.operation = head.takeFirst();
    for (const QString &argument : std::as_const(head))
        row.arguments.append(unescaped(argument));
    if (!operations().contains(row.operation))
        return u"unknown operation"_s;
    const int wanted = operations()[row.operation];
    if (wanted < 0 ? row.arguments.isEmpty() : row.arguments.size() != wanted)
        return u"wrong number of arguments"_s;
    if (lines.isEmpty() || !lines.first().startsWith("< "_L1))
        return u"no text before"_s;
    row.before = unescaped(lines.takeFirst().sliced(2)).toUtf8();
    if (lines.isEmpty())
        return u"no text after"_s;
    const QString after = lines.takeFirst();
    if (after.startsWith("> "_L1))
        row.after = unescaped(after.sliced(2)).toUtf8();
    else if (after.startsWith("! "_L1) && after.size() > 2)
        row.refusal = after.sliced(2);
    else
        return u"no text after"_s;
    if (row.after && !lines.isEmpty() && lines.first().startsWith("@ "_L1))
        row.newPath = unescaped(lines.takeFirst().sliced(2));
    if (!lines.isEmpty() && !lines.takeFirst().isEmpty())
        return u"no empty line behind"_s;
    return {};
}

Table readTable(const QString &text)
{
    Table table;
    QStringList lines = text.split(u'\n');
    const qsizetype all = lines.size();
    while (!lines.isEmpty()) {
        if (lines.first().isEmpty() || lines.first().startsWith(u'#')) {
            lines.removeFirst();
            continue;
        }
        Row row{.line = int(all - lines.size() + 1)};
        if (const QString problem = readRow(lines, row); !problem.isEmpty()) {
            table.problem = u"line %1: %2"_s.arg(row.line).arg(problem);
            return table;
        }
        table.rows.append(row);
    }
    if (table.rows.size() < fewestRows)
        table.problem = u"only %1 rows"_s.arg(table.rows.size());
    return table;
}

JsonKind kindNamed(const QString &name)
{
    static const QStringList names{u"Object"_s, u"Array"_s,   u"String"_s,
                                   u"Number"_s, u"Boolean"_s, u"Null"_s};
    return JsonKind(names.indexOf(name));
}

JsonNodeId nodeAt(const JsonTree &tree, const QString &path)
{
    const auto parsed = jsonPathFromText(path);
    const auto node = parsed ? tree.find(*parsed) : std::nullopt;
    if (!node)
        qWarning("no such path in the text: %s", qPrintable(path));
    return node.value_or(tree.size());
}

Result<TextChanges> run(const Row &row, const JsonTree &tree)
{
    const QStringList &arguments = row.arguments;
    const JsonNodeId node = nodeAt(tree, arguments[0]);
    if (row.operation == u"setValue"_s)
        return jsonedit::setValue(tree, node, arguments[1].toUtf8());
    if (row.operation == u"renameKey"_s)
        return jsonedit::renameKey(tree, node, arguments[1]);
    if (row.operation == u"insert"_s)
        return jsonedit::insert(tree, node, arguments[1].toUInt(), arguments[2],
                                arguments[3].toUtf8());
    if (row.operation == u"duplicate"_s)
        return jsonedit::duplicate(tree, node);
    if (row.operation == u"move"_s)
        return jsonedit::move(tree, node, nodeAt(tree, arguments[1]), arguments[2].toUInt());
    if (row.operation == u"changeType"_s)
        return jsonedit::changeType(tree, node, kindNamed(arguments[1]));
    if (row.operation == u"sortKeys"_s)
        return jsonedit::sortKeys(tree, node, false);
    if (row.operation == u"sortKeysDeep"_s)
        return jsonedit::sortKeys(tree, node, true);
    if (arguments.size() == 1)
        return jsonedit::remove(tree, node);
    QList<JsonNodeId> nodes;
    for (const QString &path : arguments)
        nodes.append(nodeAt(tree, path));
    return jsonedit::remove(tree, nodes);
}

} // namespace

class tst_JsonEditTable : public QObject
{
    Q_OBJECT

private slots:
    void tableIsComplete();
    void malformedRowsAreRefused_data();
    void malformedRowsAreRefused();
    void everyRowComesOutByteForByte_data();
    void everyRowComesOutByteForByte();

private:
    static Table table();
};

Table tst_JsonEditTable::table()
{
    QFile file(testing::sourcePath(u"tests/json/data/edits.txt"_s));
    if (!file.open(QFile::ReadOnly))
        return {.problem = file.errorString()};
    return readTable(QString::fromUtf8(file.readAll()));
}

void tst_JsonEditTable::tableIsComplete()
{
    const Table all = table();
    QVERIFY2(all.problem.isEmpty(), qPrintable(all.problem));
    QMap<QString, int> counts;
    QSet<QString> refusals;
    for (const Row &row : all.rows) {
        ++counts[row.operation];
        refusals.insert(row.refusal);
    }
    for (const QString &operation : operations().keys())
        QVERIFY2(counts[operation] >= 10, qPrintable(operation));
    for (const char *code : {"NoSuchPlace", "IntoItself", "NoKey", "KeyInUse", "CannotConvert"})
        QVERIFY2(refusals.contains(QLatin1StringView(code)), code);
}

void tst_JsonEditTable::malformedRowsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("nothing") << u""_s << u"only 0 rows"_s;
    QTest::newRow("too few") << u"duplicate | $\n< 1\n! NoSuchPlace\n"_s << u"only 1 rows"_s;
    QTest::newRow("operation") << u"\ndo | $\n< 1\n> 1"_s << u"line 2: unknown operation"_s;
    QTest::newRow("arguments") << u"move | $.a\n< 1\n> 1"_s
                               << u"line 1: wrong number of arguments"_s;
    QTest::newRow("no argument") << u"remove\n< 1\n> 1"_s << u"line 1: wrong number of arguments"_s;
    QTest::newRow("no before") << u"remove | $\n> 1"_s << u"line 1: no text before"_s;
    QTest::newRow("no after") << u"remove | $\n< 1"_s << u"line 1: no text after"_s;
    QTest::newRow("other after") << u"remove | $\n< 1\n= 1"_s << u"line 1: no text after"_s;
    QTest::newRow("no code") << u"remove | $\n< 1\n! "_s << u"line 1: no text after"_s;
    QTest::newRow("run together") << u"remove | $\n< 1\n! X\nremove | $"_s
                                  << u"line 1: no empty line behind"_s;
    QTest::newRow("path of a refusal")
        << u"remove | $\n< 1\n! X\n@ $"_s << u"line 1: no empty line behind"_s;
}

void tst_JsonEditTable::malformedRowsAreRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, problem);
    QCOMPARE(readTable(text).problem, problem);
}

void tst_JsonEditTable::everyRowComesOutByteForByte_data()
{
    QTest::addColumn<Row>("row");
    const Table all = table();
    for (const Row &row : all.rows)
        QTest::addRow("%d %s", row.line, qPrintable(row.operation)) << row;
}

void tst_JsonEditTable::everyRowComesOutByteForByte()
{
    QFETCH(Row, row);
    const JsonTree tree = JsonTree::parse(row.before);
    QVERIFY(tree.isValid());
    const auto changes = run(row, tree);
    if (!row.after) {
        QVERIFY(!changes);
        QCOMPARE(changes.error().kind, Error::Kind::Invalid);
        QCOMPARE(changes.error().code, row.refusal);
        return;
    }
    QVERIFY2(changes, changes ? "" : qPrintable(changes.error().code));
    qsizetype end = 0;
    for (const TextChange &change : *changes) {
        QVERIFY2(change.begin >= end && change.end >= change.begin, "sorted, without overlaps");
        QVERIFY2(change.end > change.begin || !change.text.isEmpty(), "changes something");
        end = change.end;
    }
    const QByteArray after = changedText(row.before, *changes);
    QCOMPARE(after, *row.after);
    if (row.newPath) {
        const auto at = jsonedit::insertedAt(*changes);
        QVERIFY(at || after == row.before);
        const JsonTree changed = JsonTree::parse(after);
        if (at) {
            const JsonNodeId node = changed.nodeAt(*at);
            QCOMPARE(jsonPathText(changed.path(node)), *row.newPath);
            QCOMPARE(changed.entryRange(node).begin, *at);
        }
    }
}

MODELSCRIBE_TEST(tst_JsonEditTable)

} // namespace tst_jsonedittable

#include "tst_jsonedittable.moc"
