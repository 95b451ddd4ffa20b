// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/batchedit.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace modelscribe {

class LineEdit;

//! Asks what a key or a value shall be called. A name that exists turns it into a merge, and says
//! what that means.
class LabelRename : public QFrame
{
    Q_OBJECT

public:
    explicit LabelRename(QWidget *parent = nullptr);

    //! How many models have a text: what is there already.
    using CountOf = std::function<int(const QString &text)>;
    //! \p texts: keys, or values of \p key; more than one are merged. Begins with the first one's.
    void begin(const std::optional<QString> &key, const QStringList &texts, const CountOf &countOf);
    //! What is typed so far.
    void setText(const QString &text);
    QString text() const;
    const std::optional<QString> &key() const { return m_key; }
    const QStringList &texts() const { return m_texts; }
    bool isOpen() const { return !m_texts.isEmpty(); }
    void close();

signals:
    void accepted(const QList<modelscribe::LabelVerb> &verbs);
    void closed();
    void typed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void refresh();
    void accept();
    QList<LabelVerb> verbs() const;
    QString problem() const;

    QLabel *m_from;
    LineEdit *m_edit;
    QLabel *m_says;
    QPushButton *m_cancel;
    QPushButton *m_accept;
    std::optional<QString> m_key;
    QStringList m_texts;
    CountOf m_countOf;
};

} // namespace modelscribe
