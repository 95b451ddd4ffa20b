// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/changerows.h"

#include <QWidget>

class QGridLayout;

namespace modelscribe {

//! Shows one side of a change: signs, tint, and text that wraps anywhere it must.
class ChangeCell : public QWidget
{
    Q_OBJECT

public:
    static constexpr int textIndent = 28; //!< Before the text of a line: room for its sign.

    ChangeCell(QList<ChangeLine> lines, bool fixedFont, QWidget *parent = nullptr);

    QString text() const; //!< With "− " and "+ " in front of the lines.
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    //! Lays the lines out for \p width, draws them when \p painter is set; gives the height.
    int layOut(int width, QPainter *painter) const;

    QList<ChangeLine> m_lines;
};

//! A table of changes: field, original, new.
class ChangesView : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesView(QWidget *parent = nullptr);

    void show(const QList<ChangeRow> &rows, const QString &beforeTitle, const QString &afterTitle);
    const QList<ChangeRow> &rows() const { return m_rows; }
    //! For narrow places: the field stands above its two sides.
    void setCompact(bool compact);

private:
    void build();
    void addRow(QGridLayout &grid, const ChangeRow &row);

    QList<ChangeRow> m_rows;
    QString m_beforeTitle;
    QString m_afterTitle;
    bool m_isCompact = false;
    QWidget *m_table = nullptr;
};

} // namespace modelscribe
