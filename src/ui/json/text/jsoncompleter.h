// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsoncompletion.h"

#include <QObject>
#include <QTimer>

class QFrame;
class QKeyEvent;
class QListView;
class QStandardItemModel;

namespace modelscribe {

class JsonDocument;

//! Offers keys and values at the caret of a JSON text: on Ctrl+Space, and by itself while a key or
//! a value is begun. The list never takes the focus.
class JsonCompleter : public QObject
{
    Q_OBJECT

public:
    //! Longer texts are looked at on another thread, and only when asked with Ctrl+Space or typing.
    static constexpr qsizetype completeHereLimit = 64 * 1024;
    static constexpr int mostRows = 200;

    explicit JsonCompleter(JsonDocument &document);
    ~JsonCompleter() override;

    bool isOpen() const;
    QListView &list() const { return *m_list; }

    bool eventFilter(QObject *watched, QEvent *event) override;

public slots:
    void open();
    void close();
    //! Puts in the chosen row, as one step of undo.
    void take();

private:
    void request(bool asked);
    void show(const JsonCompletion &completion, bool asked);
    void fill(const JsonCompletion &completion);
    void place();
    bool handleKey(QKeyEvent *event);
    void announce();

    JsonDocument &m_document;
    QFrame *m_popup;
    QListView *m_list;
    QStandardItemModel *m_rows;
    QTimer m_typedTimer;
    JsonCompletion m_completion;
    quint64 m_request = 0; //!< Number of the last one; an answer to an older one is dropped.
    bool m_typed = false;  //!< The last change came from a key that begins or goes on with a word.
    bool m_taking = false;
};

} // namespace modelscribe
