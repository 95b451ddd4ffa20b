// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/storefile.h"

#include <QObject>
#include <QTimer>

namespace modelscribe {

//! Owns a StoreFile on the thread it lives on, and opens it again by itself while it cannot be
//! written. What could not be written yet is the heir's to keep.
class StoreWorker : public QObject
{
    Q_OBJECT

public:
    StoreWorker(QString path, const StoreSchema &schema, StoreOptions options);

    virtual void start();
    virtual void finish(); //!< Writes what waits, once, and closes.

    const StoreReport &report() const { return m_file->report(); }
    const std::optional<Error> &error() const { return m_error; } //!< Of the last attempt to write.

    //! Writes what waits. While writing fails, it is tried only when \p now or a retry is due.
    Result<void> save(bool now);
    //! Goes on in the right file when somebody put another one in its place.
    void followFile();

signals:
    void opened(const modelscribe::StoreReport &report); //!< Also when it was opened again.
    void failed(const modelscribe::Error &error);        //!< Once, until recovered().
    void recovered();                                    //!< Everything that waited is written.

protected:
    //! Opens the file again and looks at all of its pages first; a damaged one is replaced.
    void openChecked();
    StoreFile &file() { return *m_file; }
    const StoreOptions &options() const { return m_options; }

    virtual bool hasUnsaved() const = 0;
    virtual Result<void> writeUnsaved() = 0;
    virtual void attemptEnded(const Result<void> &) { }
    virtual void fileChanged() { }

private:
    void open();
    Result<void> attempt();
    void retry();
    void noteFailure(const Error &error);

    QString m_path;
    StoreSchema m_schema;
    StoreOptions m_options;
    std::unique_ptr<StoreFile> m_file;
    QTimer m_retry;
    QTimer m_checkpoint;
    qsizetype m_retries = 0;
    std::optional<Error> m_error;
};

} // namespace modelscribe
