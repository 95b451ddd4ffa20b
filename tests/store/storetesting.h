// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/draft.h"
#include "store/storereport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFuture>
#include <QRandomGenerator>
#include <QTest>

namespace storetesting {

//! The result of \p future, which must come within \p patience milliseconds.
template<typename T>
modelscribe::Result<T> wait(const QFuture<modelscribe::Result<T>> &future, int patience = 20000)
{
    QElapsedTimer timer;
    timer.start();
    while (!future.isFinished() && timer.elapsed() < patience)
        QTest::qWait(1);
    if (!future.isFinished() || future.resultCount() == 0)
        return modelscribe::failure(modelscribe::Error::Kind::Cancelled);
    return future.result();
}

inline quint32 seed()
{
    const QByteArray given = qgetenv("MODELSCRIBE_SEED");
    return given.isEmpty() ? 20240517 : given.toUInt();
}

//! 1 by default; a campaign runs more of the same.
inline bool isCampaign() { return qEnvironmentVariableIsSet("MODELSCRIBE_CAMPAIGN"); }

inline QByteArray readAll(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeAll(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

//! JSON of about \p size bytes that does not repeat itself.
inline QByteArray largeJson(qsizetype size, quint32 start = 1)
{
    QRandomGenerator random(start);
    QByteArray json = "{";
    while (json.size() < size)
        json += '"' + QByteArray::number(random.generate()) + "\": \""
                + QByteArray::number(random.generate64(), 36) + "\",\n";
    return json + "\"end\": 1}";
}

//! A draft with every member set.
inline modelscribe::Draft fullDraft(const QString &modelId, qsizetype extraInfoSize = 200)
{
    using namespace Qt::StringLiterals;
    using namespace modelscribe;
    Draft draft{.registryKey = u"http://127.0.0.1:1 local"_s,
                .modelId = modelId,
                .workspaceId = u"796"_s,
                .ui = uR"({"tab":"ExtraInfo","cursor":17})"_s};
    RegisteredModel &base = draft.base;
    base.id = draft.isNew() ? QString() : modelId;
    base.metadata.name = u"bert-中文 "_s + modelId;
    base.metadata.description = u"one\ntwo"_s;
    base.metadata.parameterSize = u"7000"_s;
    base.metadata.extraInfo = JsonText(largeJson(extraInfoSize));
    base.metadata.labels = {{u"team"_s, u"nlp"_s}, {u"team"_s, u""_s}};
    base.workspaceId = u"796"_s;
    base.provider = u"pai"_s;
    base.modified = u"2024-05-17T10:00:00.000Z"_s;
    base.latestVersion = JsonText(R"({"VersionName":"0.1.0","Metrics":{"a":1.0}})");
    base.unknown = {{u"New"_s, JsonText("[1e400,-0]")}, {u"New"_s, JsonText("null")}};
    draft.edited = base.metadata;
    draft.edited.name += u" edited"_s;
    draft.edited.parameterSize = u"7B?"_s;
    draft.edited.extraInfo = JsonText(base.metadata.extraInfo.utf8() + ' ');
    return draft;
}

} // namespace storetesting
