// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QLabel;

namespace modelscribe {

class LineEdit;

//! The first of many numbers, and how far it is from one to the next.
class NumberingEdit : public QWidget
{
    Q_OBJECT

public:
    explicit NumberingEdit(QWidget *parent = nullptr);

    //! nullopt: what is typed is no number.
    std::optional<qint64> first() const;
    std::optional<qint64> step() const;
    void setNumbers(qint64 first, qint64 step);

signals:
    void edited(); //!< By the person.

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_firstLabel;
    QLabel *m_stepLabel;
    LineEdit *m_first;
    LineEdit *m_step;
    bool m_isSetting = false;
};

} // namespace modelscribe
