// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QString>
#include <QTest>
#include <QWidget>
#include <QWindow>

//! What the tests of widgets share.
namespace modelscribe::uitest {

//! A model with every field set.
inline RegisteredModel sampleModel()
{
    RegisteredModel model;
    model.id = QStringLiteral("model-rbvg5wzljz41ks92");
    model.workspaceId = QStringLiteral("1");
    model.ownerId = QStringLiteral("1001");
    model.created = QStringLiteral("2026-11-01T08:00:00Z");
    model.modified = QStringLiteral("2026-11-20T09:30:00Z");
    model.latestVersionName = QStringLiteral("0.1.0");
    model.unknown = {{QStringLiteral("NewThing"), JsonText("{\"a\":1}")}};
    ModelMetadata &metadata = model.metadata;
    metadata.name = QStringLiteral("bert-zh-news");
    metadata.description = QStringLiteral("新闻分类：中文新闻标题的 14 类分类模型。");
    metadata.accessibility = QStringLiteral("PRIVATE");
    metadata.origin = QStringLiteral("ModelScope");
    metadata.domain = QStringLiteral("nlp");
    metadata.task = QStringLiteral("text-classification");
    metadata.document = QStringLiteral("https://example.com/bert-zh.md");
    metadata.orderNumber = QStringLiteral("0");
    metadata.type = QStringLiteral("Checkpoint");
    metadata.parameterSize = QStringLiteral("110");
    metadata.extraInfo = JsonText(
        "{\n  \"RatingCount\": 2866,\n  \"Rating\": 4.94,\n  \"CommentCount\": 754,\n"
        "  \"CoverUris\": [\n    \"https://example.com/covers/1.png\"\n  ],\n"
        "  \"Flags\": {\"hot\": true, \"note\": null},\n"
        "  \"TrainedSteps\": 12000000000000000001\n}");
    metadata.labels = {{QStringLiteral("lang"), QStringLiteral("zh")},
                       {QStringLiteral("stage"), QStringLiteral("dev")},
                       {QStringLiteral("team"), QStringLiteral("nlp")}};
    return model;
}

//! As the keyboard does it: an open list takes the keys of the field under it, and shortcuts count.
inline void pressKey(QWidget &widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(widget.window()->windowHandle(), key, modifiers);
}

inline void typeKeys(QWidget &widget, const QString &text)
{
    for (const QChar c : text)
        QTest::keyClick(widget.window()->windowHandle(), c.toLatin1());
}

} // namespace modelscribe::uitest
