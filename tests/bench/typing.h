// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"
#include "ui/json/text/jsontextedit.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

//! Typing into the JSON editor as a person does, until what was typed is painted.
namespace typing {

using namespace modelscribe;
using namespace Qt::StringLiterals;

inline constexpr int keyInterval = 47; // ms: a fast typist, never in step with the editor's timers

inline QByteArray jsonOf(qsizetype size)
{
    QByteArray text("{\n");
    for (int i = 0; text.size() < size - 120; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "  \"key" + n + "\": { \"Rating\": 4.9" + n + ", \"名字\": \"模型 " + n
                + "\", \"tags\": [true, null] },\n";
    }
    return text + "  \"end\": 1\n}\n";
}

inline RegisteredModel modelWith(const QByteArray &extraInfo)
{
    RegisteredModel model{.id = u"model-1"_s};
    model.metadata.name = u"bench"_s;
    model.metadata.accessibility = u"PRIVATE"_s;
    model.metadata.extraInfo = JsonText(extraInfo);
    return model;
}

class PaintWatch : public QObject
{
public:
    bool eventFilter(QObject *, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
    bool painted = false;
};

//! Until \p watch has seen the text painted; what waits in the event loop is done before.
inline void paintNow(PaintWatch &watch)
{
    QElapsedTimer timer;
    timer.start();
    do
        QCoreApplication::processEvents();
    while (!watch.painted && timer.elapsed() < 10'000);
}

inline QList<double> typeAt(JsonTextEdit &text, PaintWatch &watch, qsizetype offset, QChar key,
                            int keys)
{
    text.goTo(offset);
    QTest::qWait(400); // the checks of the text before are done
    QList<double> latencies;
    QElapsedTimer clock;
    clock.start();
    for (int i = 1; i <= keys; ++i) {
        const double due = i * keyInterval;
        while (double(clock.nsecsElapsed()) / 1e6 < due)
            QCoreApplication::processEvents();
        watch.painted = false;
        QTest::sendKeyEvent(QTest::Click, &text, key.toLatin1() == ' ' ? Qt::Key_Space : Qt::Key_X,
                            QString(key), Qt::NoModifier);
        paintNow(watch);
        // From when the key was due: also what kept the event loop busy then counts.
        latencies.append(double(clock.nsecsElapsed()) / 1e6 - due);
    }
    return latencies;
}

} // namespace typing
