// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalog.h"
#include "json/jsonvocabulary.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>

namespace modelscribe {

//! What the ExtraInfo of a catalog's models have in common, for completion and hints. Read away
//! from the GUI thread, and only once somebody asks.
class ExtraInfoVocabulary : public QObject
{
    Q_OBJECT

public:
    //! \p pause: how long changes of the catalog are collected before it is read again.
    explicit ExtraInfoVocabulary(Catalog &catalog, QObject *parent = nullptr,
                                 std::chrono::milliseconds pause = std::chrono::seconds(2));
    ~ExtraInfoVocabulary() override;

    //! Reads the catalog now, and again whenever it changed. Further calls do nothing.
    void start();
    //! Empty before the first changed(); never nullptr.
    std::shared_ptr<const JsonVocabulary> vocabulary() const { return m_vocabulary; }

signals:
    void changed();

private:
    using Reading = std::shared_ptr<const JsonVocabulary>;

    void noteChange();
    void read();
    void take();

    QPointer<Catalog> m_catalog;
    Reading m_vocabulary = std::make_shared<const JsonVocabulary>();
    QTimer m_pause;
    QFutureWatcher<Reading> m_reading;
    std::shared_ptr<std::atomic<bool>> m_isUnwanted = std::make_shared<std::atomic<bool>>(false);
    bool m_isStarted = false;
};

} // namespace modelscribe
