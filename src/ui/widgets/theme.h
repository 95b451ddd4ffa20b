// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QPixmap>

#include <optional>

class QApplication;
class QWidget;

namespace modelscribe {

enum class ThemeColor {
    Background, //!< Window and sidebar.
    Surface,    //!< Panels, table, dialogs.
    Field,      //!< Inputs.
    Border,
    Off, //!< Marks and pictures of what cannot be used now.
    Text,
    Muted, //!< What is read second: counts, units, ids, hints.
    Accent,
    OnAccent,
    AccentTint,
    Selection,
    Changed,
    ChangedTint,
    Added,
    AddedTint,
    Removed, //!< Old values, errors, destructive actions.
    RemovedTint,
    LabelBlue, //!< Marks of labels; they mean nothing by themselves.
    LabelTeal,
    LabelGreen,
    LabelYellow,
    LabelRed,
    LabelPurple
};

//! The colours, the style sheet and the icons of the whole program, light and dark.
//!
//! One Fusion style, one palette and one application style sheet (theme.qss, with the colours put
//! in). Widgets ask for a look by properties: QPushButton kind = primary, danger, quiet, segment;
//! QLabel role = muted, changed, error, added, accent, heading, pill = neutral, changed, added,
//! error; QFrame role = bar, separator, strip = changed, error.
//! Where the system's own palette is one of high contrast, it gives the colours (highcontrast.h).
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };

    //! Dresses \p app and returns its theme; a second call returns the same one.
    static Theme &install(QApplication &app);
    //! The theme of the application, installed when nobody has yet.
    static Theme &of(const QWidget *widget = nullptr);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isDark() const { return m_dark; }
    bool hasHighContrast() const { return m_highContrast.has_value(); }

    QColor color(ThemeColor color) const;
    //! resources/icons/<name>.svg in \p color. The icon follows the theme by itself.
    QIcon icon(const QString &name, ThemeColor color = ThemeColor::Text) const;
    //! What icon() draws; \p size in device-independent pixels.
    QPixmap pixmap(const QString &name, ThemeColor color, QSize size, qreal ratio) const;
    QFont fixedFont() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void changed();

private:
    explicit Theme(QApplication &app);
    void apply();
    QPalette systemPalette() const;
    static bool isDarkSystem(const QPalette &system);

    QApplication &m_app;
    Mode m_mode = Mode::System;
    bool m_dark = false;
    std::optional<QPalette> m_highContrast; //!< What the system has, while it is followed.
    bool m_asking = false;                  //!< Reading the system's palette causes palette events.
    mutable QHash<QString, QPixmap> m_pixmaps;
};

//! \p partOfA of \p a, the rest of \p b.
QColor mixed(const QColor &a, const QColor &b, double partOfA);

//! The contrast of two opaque colours as WCAG 2 defines it, 1 to 21.
double contrast(const QColor &a, const QColor &b);

//! Sets \p property and has the style sheet looked up again, which Qt does not do by itself.
void setLook(QWidget *widget, const char *property, const QString &value);

} // namespace modelscribe
