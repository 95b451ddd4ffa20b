// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <vector>

namespace modelscribe {

class ModelTableModel;

//! Finds models by name, of all that the catalog has, whatever the table shows of them.
//!
//! It looks at some models a turn of the event loop and answers when it has seen all. Names are
//! folded once and kept while there are questions.
class ModelNames : public QObject
{
    Q_OBJECT

public:
    //! \p models must outlive it.
    explicit ModelNames(const ModelTableModel &models, QObject *parent = nullptr);

    //! Answers by found(), never at once, and again when models came, went or changed until rest().
    //! Another question takes the place of the one before.
    void find(const QString &typed);
    //! No more questions for a while: gives the memory back.
    void rest();

    //! Of the last answer, those that fit best first.
    const QStringList &ids() const { return m_ids; }
    //! How many fit; ids() are the first of them.
    int count() const { return m_count; }

    static constexpr int most = 50; //!< Ids of an answer.

signals:
    void found();

private:
    struct Name
    {
        quint64 version = 0; //!< 0: was not read yet.
        QString folded;
    };
    struct Candidate
    {
        int score;
        int slot;
    };

    void begin();
    void lookAtSome();
    int fitOf(int slot);
    void finish();

    const ModelTableModel &m_models;
    QString m_typed; //!< Folded.
    std::vector<Name> m_names;
    std::vector<Candidate> m_best; //!< At most twice as many as are wanted.
    int m_working = 0;             //!< The count so far.
    int m_next = 0;                //!< Slot.
    bool m_isAsked = false;
    QStringList m_ids;
    int m_count = 0;
    QTimer m_nextTurn;
    QTimer m_again;
};

} // namespace modelscribe
