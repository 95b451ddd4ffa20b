// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/extrainfovocabulary.h"

#include <QtConcurrentRun>

#include <ranges>

namespace modelscribe {

namespace {

constexpr qsizetype maxModels = 20'000;
constexpr qsizetype maxText = 64 * 1024 * 1024;

} // namespace

ExtraInfoVocabulary::ExtraInfoVocabulary(Catalog &catalog, QObject *parent,
                                         std::chrono::milliseconds pause)
    : QObject(parent)
    , m_catalog(&catalog)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &ExtraInfoVocabulary::read);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &ExtraInfoVocabulary::take);
}

ExtraInfoVocabulary::~ExtraInfoVocabulary() { *m_isUnwanted = true; }

void ExtraInfoVocabulary::start()
{
    if (m_isStarted || !m_catalog)
        return;
    m_isStarted = true;
    connect(m_catalog, &Catalog::added, this, &ExtraInfoVocabulary::noteChange);
    connect(m_catalog, &Catalog::changed, this, &ExtraInfoVocabulary::noteChange);
    connect(m_catalog, &Catalog::removed, this, &ExtraInfoVocabulary::noteChange);
    read();
}

void ExtraInfoVocabulary::noteChange()
{
    // Not started again: a catalog that loads for a minute is read meanwhile.
    if (!m_pause.isActive())
        m_pause.start();
}

void ExtraInfoVocabulary::read()
{
    if (!m_catalog)
        return;
    if (m_reading.isRunning()) {
        m_pause.start();
        return;
    }
    QList<QByteArray> texts; // shared with the models, not copied
    qsizetype size = 0;
    for (const RegisteredModel &model : m_catalog->models() | std::views::take(maxModels)) {
        const QByteArray &text = model.metadata.extraInfo.utf8();
        if (text.isEmpty())
            continue;
        size += text.size();
        if (size > maxText)
            break;
        texts.append(text);
    }
    m_reading.setFuture(QtConcurrent::run([texts, isUnwanted = m_isUnwanted]() -> Reading {
        auto vocabulary = std::make_shared<JsonVocabulary>();
        for (const QByteArray &text : texts) {
            if (*isUnwanted)
                break;
            vocabulary->add(JsonTree::parse(text));
        }
        return vocabulary;
    }));
}

void ExtraInfoVocabulary::take()
{
    m_vocabulary = m_reading.result();
    emit changed();
}

} // namespace modelscribe

#include "moc_extrainfovocabulary.cpp"
