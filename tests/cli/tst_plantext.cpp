// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/plantext.h"
#include "testclass.h"

#include <QTest>

namespace tst_plantext {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_PlanText : public QObject
{
    Q_OBJECT

private slots:
    void changesNameFieldsAndLabels();
    void requestsAreTheOnesThatGoOut();
    void statesSayWhatWasSent();
    void theIdOfANewModelIsNotKnownYet();

private:
    const RegisteredModel m_base{.id = u"m1"_s,
                                 .metadata = {.name = u"a"_s,
                                              .parameterSize = u"350"_s,
                                              .labels = {{u"x"_s, u"1"_s}, {u"gone"_s, u"2"_s}}}};
    const ModelMetadata m_edited{
        .name = u"b"_s, .parameterSize = u"7B"_s, .labels = {{u"x"_s, u"9"_s}, {u"new"_s, u"3"_s}}};
};

void tst_PlanText::changesNameFieldsAndLabels()
{
    const auto plan = SavePlan::make(m_base, m_edited, {});
    QVERIFY(plan);
    const QList<QStringList> rows{{u"ModelName"_s, u"a"_s, u"b"_s},
                                  {u"ParameterSize"_s, u"350"_s, u"7B"_s},
                                  {u"Label x"_s, u"1"_s, u"9"_s},
                                  {u"Label gone"_s, u"2"_s, u""_s},
                                  {u"Label new"_s, u""_s, u"3"_s}};
    QCOMPARE(changesTable(*plan).rows, rows);
    QCOMPARE(changesJson(*plan),
             QByteArray("[{\"Field\":\"ModelName\",\"Before\":\"a\",\"After\":\"b\"},"
                        "{\"Field\":\"ParameterSize\",\"Before\":350,\"After\":7000},"
                        "{\"Field\":\"Label x\",\"Before\":\"1\",\"After\":\"9\"},"
                        "{\"Field\":\"Label gone\",\"Before\":\"2\",\"After\":null},"
                        "{\"Field\":\"Label new\",\"Before\":null,\"After\":\"3\"}]"));
}

void tst_PlanText::requestsAreTheOnesThatGoOut()
{
    const auto plan = SavePlan::make(m_base, m_edited, {});
    QVERIFY(plan);
    const QStringList wanted{
        u"GET /api/v1/models/m1"_s,
        u"PUT /api/v1/models/m1 {\"ModelName\":\"b\",\"ParameterSize\":7000}"_s,
        u"DELETE /api/v1/models/m1/labels?LabelKeys=gone"_s,
        u"POST /api/v1/models/m1/labels {\"Labels\":[{\"Key\":\"x\",\"Value\":\"9\"},"
        "{\"Key\":\"new\",\"Value\":\"3\"}]}"_s,
        u"GET /api/v1/models/m1"_s};
    QCOMPARE(requestLines(*plan, false), wanted);
}

void tst_PlanText::statesSayWhatWasSent()
{
    auto plan = SavePlan::make(m_base, m_edited, {});
    QVERIFY(plan);
    using State = SaveStep::State;
    const QList<State> states{State::Done, State::Failed, State::Unknown, State::Skipped,
                              State::Waiting};
    for (qsizetype i = 0; i < states.size(); ++i)
        plan->steps[i].state = states[i];
    QStringList said;
    for (const QString &line : requestLines(*plan, true))
        said.append(line.section(u':', 0, 0));
    QCOMPARE(said, (QStringList{u"Done"_s, u"Failed"_s, u"Unknown"_s, u"NotSent"_s, u"NotSent"_s}));
    QVERIFY(
        requestsJson(*plan, true)
            .contains(
                "{\"Step\":\"UpdateFields\",\"Method\":\"PUT\",\"Target\":\"/api/v1/models/m1\","
                "\"Body\":{\"ModelName\":\"b\",\"ParameterSize\":7000},\"State\":\"Failed\"}"));
    QVERIFY(!requestsJson(*plan, false).contains("State"));
}

void tst_PlanText::theIdOfANewModelIsNotKnownYet()
{
    const auto plan = SavePlan::make({}, {.name = u"a"_s}, u"1"_s);
    QVERIFY(plan);
    QCOMPARE(requestLines(*plan, false).last(), u"GET /api/v1/models/{ModelId}"_s);
}

MODELSCRIBE_TEST(tst_PlanText)

} // namespace tst_plantext

#include "tst_plantext.moc"
