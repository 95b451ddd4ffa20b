// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>

#include <array>

namespace modelscribe {

//! How large the text of each part of the windows is, how close the rows of lists are, and whether
//! anything moves while one waits. As Theme, there is one for the program.
class Presentation : public QObject
{
    Q_OBJECT

public:
    enum class Part { List, Form, Json };

    static Presentation &instance();

    //! Of the size that the desktop has.
    int percent(Part part) const { return m_percent[size_t(part)]; }
    void setPercent(Part part, int percent);
    //! \p font in the size of \p part.
    QFont sized(const QFont &font, Part part) const;
    //! \p widget, and what is in it or comes into it, is of \p part: gives it that size, and again
    //! when it is called after a change. Qt itself hands no font down where there is a style sheet.
    void dress(QWidget &widget, Part part);

    bool isCompact() const { return m_isCompact; }
    void setCompact(bool isCompact);
    //! The height of a row of text in \p font.
    int rowHeight(const QFont &font) const;

    bool hasMotion() const { return m_hasMotion; }
    void setMotion(bool hasMotion) { m_hasMotion = hasMotion; }

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void changed();

private:
    explicit Presentation(QObject *parent);
    void resize(QWidget &widget) const;

    std::array<int, 3> m_percent{100, 100, 100};
    bool m_isCompact = false;
    bool m_isWatching = false; //!< For widgets that come later.
    bool m_hasMotion = true;
};

} // namespace modelscribe
