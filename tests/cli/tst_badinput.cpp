// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"

#include "core/visibletext.h"
#include "testclass.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

namespace tst_badinput {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! What a person is told for each kind of bad input, and that nothing was sent or changed by it.
class tst_BadInput : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void nothingWasChanged();
    void cleanupTestCase();

private:
    void addRows();

    CliWorld m_world;
    QString m_id;
    QByteArray m_before;
    QStringList m_report;
};

void tst_BadInput::initTestCase()
{
    QVERIFY(m_world.serve(0));
    m_id = m_world.create(u"bert"_s, {u"--set"_s, u"OrderNumber=5"_s, u"--label"_s, u"a=1"_s});
    QVERIFY(!m_id.isEmpty());
    m_before = m_world.run({u"list"_s}).out;
    m_world.file(u"good.json"_s, "{\"a\":1}");
    m_world.file(u"bad.json"_s, "{\"a\":1,\n \"b\":}");
    m_world.file(u"array.json"_s, "[1,2]");
    m_world.file(u"empty.json"_s, "");
    m_world.file(u"latin1.json"_s, "{\"a\":\"\xE9\"}");
    m_world.file(u"utf16.json"_s, QByteArray("\xFF\xFE{\0}\0", 6));
    m_world.file(u"deep.json"_s,
                 "{\"a\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}');
    m_world.file(u"large.json"_s, "{\"a\":\"" + QByteArray(9 * 1024 * 1024, 'x') + "\"}");
    m_world.file(u"NaN.json"_s, "{\"a\":NaN}");
    m_world.file(u"text.db"_s, "this is no database, it is a text that is long enough to be one");
    m_report = {u"| input | what the person is told | exit |"_s, u"| --- | --- | --- |"_s};
}

void tst_BadInput::tellsWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");   // ID and FILE/… are filled in
    QTest::addColumn<QStringList>("environment"); // NAME=VALUE; NAME alone takes it away
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    addRows();
}

void tst_BadInput::addRows()
{
    const auto row = [](const QString &line, int code, const QString &said,
                        const QStringList &environment = {}) {
        QTest::newRow(qPrintable(
            line + (environment.isEmpty() ? QString() : u" with "_s + environment.join(u' '))))
            << line.split(u' ', Qt::SkipEmptyParts).replaceInStrings(u"␣"_s, u" "_s) << environment
            << code << said;
    };
    // Arguments
    row(u""_s, 2, u"subcommand"_s);
    row(u"frobnicate"_s, 2, u"no command “frobnicate”; the commands are list, get"_s);
    row(u"list --nonsense"_s, 2, u"--nonsense"_s);
    row(u"list extra"_s, 2, u"extra"_s);
    row(u"list --limit -1"_s, 2, u"--limit"_s);
    row(u"list --limit many"_s, 2, u"--limit"_s);
    row(u"list --sort Nope"_s, 2, u"the fields are ModelName"_s);
    row(u"list --query params:>7Q"_s, 2,
        u"--query, character 1: “params:>7Q” is not understood: write 7B"_s);
    row(u"list --query a␣(b␣OR"_s, 2,
        u"--query, character 3: This “(” has no matching “)”; "
        "--query, character 6: Something is missing after"_s);
    row(u"list --query is:draft"_s, 2, u"modelscribe-cli drafts"_s);
    row(u"list --query "_s + QString(10'001, u'x'), 2, u"at most 10000 characters"_s);
    row(u"list --output xml"_s, 2, u"--output"_s);
    row(u"get"_s, 2, u"MODEL_ID"_s);
    row(u"get ID another"_s, 2, u"another"_s);
    row(u"serve --port 0"_s, 2, u"--database"_s);
    row(u"serve --port 65536 --database FILE/x.db"_s, 2, u"--port"_s);
    row(u"serve --port 0 --database FILE/text.db"_s, 2, u"local registry"_s);
    row(u"serve --port 0 --database FILE/nodir/../../../proc/x.db"_s, 2, u"local registry"_s);
    row(u"serve --port 0 --database FILE/x.db --sample -3"_s, 2, u"--sample"_s);
    row(u"delete ID"_s, 2, u"--yes"_s);
    row(u"delete --yes"_s, 2, u"MODEL_ID"_s);
    // Fields
    row(u"create"_s, 2, u"ModelName: This is required"_s);
    row(u"create --set ModelName="_s, 2, u"ModelName: This is required"_s);
    row(u"create --set ModelName"_s, 2, u"FIELD=VALUE"_s);
    row(u"create --set =x"_s, 2, u"FIELD=VALUE"_s);
    row(u"create --set ModelName="_s + QString(128, u'x'), 2, u"At most 127 characters"_s);
    row(u"create --set ModelName=a --set Nope=b"_s, 2, u"no field “Nope”"_s);
    row(u"create --set ModelName=a --set modelname=b"_s, 2, u"no field “modelname”"_s);
    row(u"create --set ModelName=a --set ModelName=b"_s, 2, u"given twice"_s);
    row(u"create --set ModelName=a --set ExtraInfo={}"_s, 2, u"--extra-info"_s);
    row(u"create --set ModelName=a --set Labels=x"_s, 2, u"no field “Labels”"_s);
    row(u"create --set ModelName=a --set ParameterSize=7Q"_s, 2, u"Not a size"_s);
    row(u"create --set ModelName=a --set ParameterSize=500K"_s, 2, u"Not a size"_s);
    row(u"create --set ModelName=a --set ParameterSize=9223372036854775808"_s, 2, u"Not a size"_s);
    row(u"create --set ModelName=a --set OrderNumber=1.5"_s, 2, u"Not a whole number"_s);
    row(u"create --set ModelName=a --set Accessibility=public"_s, 2, u"private or public"_s);
    row(u"create --set ModelName=a --set ModelDoc=javascript:alert(1)"_s, 2, u"Only http"_s);
    row(u"update ID --set Task=\x1b[2J --set Nope=\x1b[2J"_s, 2, u"Nope"_s);
    row(u"update ID --clear Nope"_s, 2, u"no field “Nope”"_s);
    row(u"update ID --clear OrderNumber"_s, 2, u"cannot unset"_s);
    row(u"update ID --clear Task --set Task=x"_s, 2, u"given twice"_s);
    row(u"update ID --clear Accessibility"_s, 2, u"private or public"_s);
    row(u"update ID --set Task=x --if-unmodified-since yesterday"_s, 2, u"is not a time"_s);
    row(u"update ID --set Task=x --if-unmodified-since="_s, 2,
        u"--if-unmodified-since is given empty"_s);
    row(u"update ID --set Task=x --if-unmodified-since 2024-13-01T00:00:00Z"_s, 2,
        u"is not a time"_s);
    row(u"update ID --set Task=x --if-unmodified-since 2020-01-01"_s, 7, u"nothing was written"_s);
    // What is kept here
    row(u"drafts get"_s, 2, u"get"_s);
    row(u"drafts show"_s, 2, u"MODEL_ID"_s);
    row(u"drafts show ID"_s, 6, u"no draft"_s);
    row(u"drafts discard ID --yes"_s, 6, u"nothing was discarded"_s);
    row(u"drafts --endpoint ftp://example.com"_s, 2, u"https"_s);
    row(u"drafts --profile nope"_s, 2, u"no profile “nope”"_s);
    row(u"drafts --local FILE/x.db --region cn-hangzhou"_s, 2, u"exclude each other"_s);
    row(u"history --limit many"_s, 2, u"--limit"_s);
    row(u"history --since today"_s, 2, u"--since: “today” is not a time"_s);
    row(u"history --until 17.5."_s, 2, u"--until: “17.5.” is not a time"_s);
    row(u"history --revert 12"_s, 2, u"not the id of an entry"_s);
    row(u"history --revert 6f1b9a52-93f4-4a7e-8f0c-0d5d3f7f2a11"_s, 6, u"has no entry"_s);
    row(u"history ID --revert 6f1b9a52-93f4-4a7e-8f0c-0d5d3f7f2a11"_s, 2, u"--revert"_s);
    row(u"history --dry-run"_s, 2, u"--revert"_s);
    row(u"history --profile nope"_s, 2, u"no profile “nope”"_s);
    // Labels
    row(u"update ID --label team"_s, 2, u"KEY=VALUE"_s);
    row(u"update ID --label =x"_s, 2, u"KEY=VALUE"_s);
    row(u"update ID --label k=a=b"_s, 2, u"= and , are not allowed"_s);
    row(u"update ID --label k=a,b"_s, 2, u"= and , are not allowed"_s);
    row(u"update ID --label k=1 --label k=2"_s, 2, u"given twice"_s);
    row(u"update ID --label k=1 --remove-label k"_s, 2, u"given twice"_s);
    row(u"update ID --label k="_s + QString(129, u'v'), 2, u"128 bytes"_s);
    // ExtraInfo
    row(u"update ID --extra-info FILE/missing.json"_s, 2, u"missing.json"_s);
    row(u"update ID --extra-info FILE/"_s, 2, u"is a folder"_s);
    row(u"update ID --extra-info FILE/bad.json"_s, 2, u"Line 2, column 6"_s);
    row(u"update ID --extra-info FILE/array.json"_s, 2, u"must be an object"_s);
    row(u"update ID --extra-info FILE/empty.json"_s, 2, u"text is empty"_s);
    row(u"update ID --extra-info FILE/latin1.json"_s, 2, u"not UTF-8"_s);
    row(u"update ID --extra-info FILE/utf16.json"_s, 2, u"not UTF-8"_s);
    row(u"update ID --extra-info FILE/deep.json"_s, 2, u"512 levels"_s);
    row(u"update ID --extra-info FILE/large.json"_s, 2, u"larger than 8 MiB"_s);
    row(u"update ID --extra-info FILE/NaN.json"_s, 2, u"Only true, false and null"_s);
    row(u"update ID --extra-info FILE/good.json --extra-info FILE/good.json"_s, 2,
        u"--extra-info"_s);
    row(u"update ID --extra-info -"_s, 2, u"text is empty"_s);
    // Ids
    row(u"get model-nope"_s, 6, u"HTTP=404"_s);
    row(u"get .."_s, 2, u""_s);
    row(u"get ."_s, 2, u""_s);
    row(u"get ../workspaces"_s, 6, u"HTTP=404"_s);
    row(u"get ␣"_s, 6, u"HTTP=404"_s);
    row(u"get %2e%2e"_s, 6, u"HTTP=404"_s); // goes out as %252e%252e
    row(u"get a?b#c"_s, 6, u"HTTP=404"_s);
    row(u"update .. --set Task=x"_s, 2, u""_s);
    row(u"update model-nope --set Task=x"_s, 6, u"HTTP=404"_s);
    row(u"delete .. --yes"_s, 2, u""_s);
    row(u"delete model-nope --yes"_s, 6, u"HTTP=404"_s);
    // Connection
    row(u"list --endpoint ftp://example.com"_s, 2, u"https"_s);
    row(u"list --endpoint http://example.com"_s, 2, u"plain http"_s);
    row(u"list --endpoint https://user:pass@example.com"_s, 2, u"endpoint"_s);
    row(u"list --endpoint https://example.com/path"_s, 2, u"endpoint"_s);
    row(u"list --region ../x"_s, 2, u""_s);
    row(u"list --region cn-hangzhou --endpoint http://127.0.0.1:1"_s, 2, u"exclude each other"_s);
    row(u"list --profile nope"_s, 2, u"no profile “nope”"_s);
    row(u"list --local FILE/text.db"_s, 2, u"text.db: This is not the file of a registry"_s);
    row(u"list --endpoint http://127.0.0.1:1"_s, 4,
        u"could not be reached (127.0.0.1:1: Connection refused)"_s);
    row(u"list"_s, 5, u"are not set"_s, {u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s});
    row(u"list"_s, 5, u"are not set"_s,
        {u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s});
    row(u"list"_s, 5, u"does not belong to this AccessKey"_s,
        {u"ALIBABA_CLOUD_ACCESS_KEY_SECRET=wrong"_s});
    row(u"list"_s, 5, u"does not know this AccessKey"_s, {u"ALIBABA_CLOUD_ACCESS_KEY_ID=nobody"_s});
    row(u"list"_s, 2, u"no profile “gone”"_s, {u"MODELSCRIBE_PROFILE=gone"_s});
    row(u"list"_s, 2, u"https"_s, {u"MODELSCRIBE_ENDPOINT=gopher://x"_s});
    row(u"create --set ModelName=a --workspace 999"_s, 6, u"HTTP=404"_s);
    row(u"create --set ModelName=bert"_s, 7, u"A model with this name already exists"_s);
}

void tst_BadInput::tellsWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, environment);
    QFETCH(int, code);
    QFETCH(QString, said);
    const QString shown = arguments.join(u' ');
    arguments.replaceInStrings(u"FILE"_s, m_world.home.path());
    arguments.replaceInStrings(QRegularExpression(u"^ID$"_s), m_id);
    const QProcessEnvironment before = m_world.environment;
    for (const QString &variable : environment) {
        if (variable.contains(u'='))
            m_world.environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        else
            m_world.environment.remove(variable);
    }
    const Told told = m_world.run(arguments);
    m_world.environment = before;

    const QString line = QString::fromUtf8(told.err).trimmed().replace(m_world.home.path(), u"…"_s);
    const QString input = (environment + QStringList{shown}).join(u' ');
    m_report.append(u"| `%1` | %2 | %3 |"_s.arg(visibleText(input, 90), line).arg(told.code));
    QCOMPARE(told.code, code);
    QVERIFY2(line.contains(said), told.err.constData());
    QVERIFY2(told.err.startsWith("modelscribe-cli: "), told.err.constData());
    QCOMPARE(told.err.count('\n'), 1);
    QVERIFY(!told.err.contains('\x1b'));
    QVERIFY(told.out.isEmpty() || arguments.contains(u"delete"_s));
}

void tst_BadInput::nothingWasChanged() { QCOMPARE(m_world.run({u"list"_s}).out, m_before); }

void tst_BadInput::cleanupTestCase()
{
    QVERIFY(m_report.size() >= 32);
    for (const QString &line : m_report)
        qInfo("%s", qPrintable(line));
    const QString folder = qEnvironmentVariable("MODELSCRIBE_REPORT_DIR");
    if (!folder.isEmpty()) {
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u"/badinput-cli.md"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_report.join(u'\n').toUtf8() + '\n');
    }
    for (const QByteArray &form :
         {CliWorld::secret(), CliWorld::secret().toHex(), CliWorld::secret().toBase64().first(28)})
        QVERIFY(!m_world.everything.contains(form));
}

MODELSCRIBE_TEST(tst_BadInput)

} // namespace tst_badinput

#include "tst_badinput.moc"
