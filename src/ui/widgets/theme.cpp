// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/widgets/highcontrast.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPointer>
#include <QStyle>
#include <QStyleHints>
#include <QSvgRenderer>
#include <QVariant>
#include <QWidget>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside of namespaces; a static library needs it.
static void initUiResources() { Q_INIT_RESOURCE(ui); }

namespace modelscribe {

namespace {

constexpr auto themeProperty = "modelscribe_theme";

struct Token
{
    ThemeColor color;
    QLatin1StringView name; //!< In theme.qss, behind "@".
    QRgb light;
    QRgb dark;
};

// In the order of ThemeColor.
constexpr std::array tokens = {
    Token{ThemeColor::Background, "background"_L1, 0xFFF4F5F7, 0xFF15181C},
    Token{ThemeColor::Surface, "surface"_L1, 0xFFFFFFFF, 0xFF1D2126},
    Token{ThemeColor::Field, "field"_L1, 0xFFFFFFFF, 0xFF171A1E},
    Token{ThemeColor::Border, "border"_L1, 0xFFD8DCE2, 0xFF333A42},
    Token{ThemeColor::Off, "off"_L1, 0xFFD8DCE2, 0xFF333A42},
    Token{ThemeColor::Text, "text"_L1, 0xFF1B1F24, 0xFFE7EAEE},
    Token{ThemeColor::Muted, "muted"_L1, 0xFF5B6572, 0xFF9AA5B1},
    Token{ThemeColor::Accent, "accent"_L1, 0xFF1F5FD6, 0xFF74A9FF},
    Token{ThemeColor::OnAccent, "on-accent"_L1, 0xFFFFFFFF, 0xFF0C1420},
    Token{ThemeColor::AccentTint, "accent-tint"_L1, 0xFFE8F0FE, 0xFF1E2F4A},
    Token{ThemeColor::Selection, "selection"_L1, 0xFFDCE8FD, 0xFF24385A},
    Token{ThemeColor::Changed, "changed"_L1, 0xFFB45309, 0xFFF0B35A},
    Token{ThemeColor::ChangedTint, "changed-tint"_L1, 0xFFFFF6E5, 0xFF33291A},
    Token{ThemeColor::Added, "added"_L1, 0xFF15803D, 0xFF62D18B},
    Token{ThemeColor::AddedTint, "added-tint"_L1, 0xFFE9F9EF, 0xFF17301F},
    Token{ThemeColor::Removed, "removed"_L1, 0xFFB42318, 0xFFFF8F85},
    Token{ThemeColor::RemovedTint, "removed-tint"_L1, 0xFFFDEEEC, 0xFF3A1F1E},
    Token{ThemeColor::LabelBlue, "label-blue"_L1, 0xFF2563EB, 0xFF74A9FF},
    Token{ThemeColor::LabelTeal, "label-teal"_L1, 0xFF0E7490, 0xFF4FC4D9},
    Token{ThemeColor::LabelGreen, "label-green"_L1, 0xFF15803D, 0xFF62D18B},
    Token{ThemeColor::LabelYellow, "label-yellow"_L1, 0xFFAD7700, 0xFFE3B341},
    Token{ThemeColor::LabelRed, "label-red"_L1, 0xFFC2410C, 0xFFFF9A76},
    Token{ThemeColor::LabelPurple, "label-purple"_L1, 0xFF7C3AED, 0xFFB79CFF},
};

QString styleSheetFor(const Theme &theme)
{
    QFile file(u":/ui/theme.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // "@accent-tint" before "@accent": longer names first.
    auto byLength = tokens;
    std::ranges::sort(byLength,
                      [](const Token &a, const Token &b) { return a.name.size() > b.name.size(); });
    for (const Token &token : byLength)
        sheet.replace(u'@' + token.name, theme.color(token.color).name());
    sheet.replace("@tone"_L1, theme.isDark() ? "dark"_L1 : "light"_L1);
    sheet.replace("@unusable"_L1, theme.hasHighContrast() ? "dashed"_L1 : "solid"_L1);
    sheet.replace(
        "@hover"_L1,
        mixed(theme.color(ThemeColor::Text), theme.color(ThemeColor::Surface), 0.06).name());
    sheet.replace(
        "@pressed"_L1,
        mixed(theme.color(ThemeColor::Accent), theme.color(ThemeColor::Text), 0.8).name());
    sheet.replace(
        "@handle"_L1,
        mixed(theme.color(ThemeColor::Muted), theme.color(ThemeColor::Surface), 0.45).name());
    sheet.replace(
        "@faint"_L1,
        mixed(theme.color(ThemeColor::Muted), theme.color(ThemeColor::Surface), 0.75).name());
    return sheet;
}

QPalette paletteFor(const Theme &theme)
{
    const auto c = [&theme](ThemeColor color) { return theme.color(color); };
    QPalette palette(c(ThemeColor::Surface), c(ThemeColor::Background));
    const auto set = [&](QPalette::ColorRole role, ThemeColor color) {
        palette.setColor(role, c(color));
    };
    set(QPalette::Window, ThemeColor::Background);
    set(QPalette::WindowText, ThemeColor::Text);
    set(QPalette::Base, ThemeColor::Field);
    set(QPalette::AlternateBase, ThemeColor::Background);
    set(QPalette::Text, ThemeColor::Text);
    set(QPalette::Button, ThemeColor::Surface);
    set(QPalette::ButtonText, ThemeColor::Text);
    set(QPalette::BrightText, ThemeColor::OnAccent);
    set(QPalette::ToolTipBase, ThemeColor::Surface);
    set(QPalette::ToolTipText, ThemeColor::Text);
    set(QPalette::PlaceholderText, ThemeColor::Muted);
    set(QPalette::Highlight, ThemeColor::Selection);
    set(QPalette::HighlightedText, ThemeColor::Text);
    set(QPalette::Link, ThemeColor::Accent);
    set(QPalette::LinkVisited, ThemeColor::Accent);
    set(QPalette::Mid, ThemeColor::Border);
    const QColor off = mixed(c(ThemeColor::Muted), c(ThemeColor::Surface), 0.75);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, off);
    return palette;
}

//! Draws with the colours of the moment, so that no icon is made anew when the theme changes.
class ThemeIconEngine : public QIconEngine
{
public:
    ThemeIconEngine(const Theme &theme, QString name, ThemeColor color)
        : m_theme(&theme)
        , m_name(std::move(name))
        , m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, drawn(rect.size(), mode, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return drawn(size, mode, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        return drawn(size, mode, scale);
#else // the size is in device pixels here
        return drawn((QSizeF(size) / scale).toSize(), mode, scale);
#endif
    }

    QIconEngine *clone() const override { return new ThemeIconEngine(*this); }

private:
    QPixmap drawn(QSize size, QIcon::Mode mode, qreal ratio) const
    {
        if (!m_theme)
            return {};
        return m_theme->pixmap(m_name, mode == QIcon::Disabled ? ThemeColor::Off : m_color, size,
                               ratio);
    }

    QPointer<const Theme> m_theme;
    QString m_name;
    ThemeColor m_color;
};

} // namespace

Theme &Theme::install(QApplication &app)
{
    if (auto *theme = qobject_cast<Theme *>(app.property(themeProperty).value<QObject *>()))
        return *theme;
    initUiResources();
    auto *theme = new Theme(app);
    app.setProperty(themeProperty, QVariant::fromValue<QObject *>(theme));
    return *theme;
}

Theme &Theme::of(const QWidget *) { return install(*qApp); }

Theme::Theme(QApplication &app)
    : QObject(&app)
    , m_app(app)
{
    QApplication::setStyle(u"Fusion"_s);
    setMode(Mode::System);
    app.installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_mode == Mode::System)
            setMode(Mode::System);
    });
#endif
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    const QPalette system = mode == Mode::System ? systemPalette() : QPalette();
    m_dark = mode == Mode::Dark || (mode == Mode::System && isDarkSystem(system));
    m_highContrast.reset();
    if (mode == Mode::System && isHighContrast(system))
        m_highContrast = system;
    if (m_app.styleSheet() == styleSheetFor(*this))
        return;
    apply();
    emit changed();
}

void Theme::apply()
{
    m_pixmaps.clear();
    QApplication::setPalette(paletteFor(*this));
    m_app.setStyleSheet(styleSheetFor(*this));
}

QPalette Theme::systemPalette() const
{
    // An application palette without any role set is the system's own.
    auto *self = const_cast<Theme *>(this);
    self->m_asking = true;
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    QPalette system = QApplication::palette();
    QApplication::setPalette(ours);
    self->m_asking = false;
    return system;
}

bool Theme::isDarkSystem(const QPalette &system)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown && !isHighContrast(system))
        return scheme == Qt::ColorScheme::Dark;
#endif
    return system.color(QPalette::Window).lightnessF()
           < system.color(QPalette::WindowText).lightnessF();
}

QColor Theme::color(ThemeColor color) const
{
    const Token &token = tokens[size_t(color)];
    const QColor usual = QColor::fromRgba(m_dark ? token.dark : token.light);
    return m_highContrast ? highContrastColor(*m_highContrast, color, usual) : usual;
}

QIcon Theme::icon(const QString &name, ThemeColor color) const
{
    return QIcon(new ThemeIconEngine(*this, name, color));
}

QPixmap Theme::pixmap(const QString &name, ThemeColor color, QSize size, qreal ratio) const
{
    const QString key = u"%1 %2 %3x%4 %5"_s.arg(name)
                            .arg(int(color))
                            .arg(size.width())
                            .arg(size.height())
                            .arg(ratio);
    if (const auto known = m_pixmaps.constFind(key); known != m_pixmaps.constEnd())
        return *known;
    QFile file(u":/ui/icons/%1.svg"_s.arg(name));
    QPixmap pixmap((QSizeF(size) * ratio).toSize());
    pixmap.fill(Qt::transparent);
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray svg = file.readAll();
        svg.replace("currentColor", this->color(color).name().toLatin1()); // QtSvg draws it black
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        QSvgRenderer(svg).render(&painter);
    }
    pixmap.setDevicePixelRatio(ratio);
    m_pixmaps.insert(key, pixmap);
    return pixmap;
}

QFont Theme::fixedFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont general = QApplication::font();
    if (general.pointSizeF() > 0)
        font.setPointSizeF(general.pointSizeF() * 0.95);
    return font;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Without QStyleHints::colorScheme (Qt 6.4) the system tells of dark and light this way.
    if (event->type() == QEvent::ThemeChange && m_mode == Mode::System && !m_asking)
        setMode(Mode::System);
    return QObject::eventFilter(watched, event);
}

QColor mixed(const QColor &a, const QColor &b, double partOfA)
{
    const auto mix = [partOfA](int x, int y) {
        return int(std::lround(x * partOfA + y * (1 - partOfA)));
    };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

double contrast(const QColor &a, const QColor &b)
{
    const auto linear = [](float channel) {
        return channel <= 0.04045F ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    const auto luminance = [&linear](const QColor &color) {
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
               + 0.0722 * linear(color.blueF());
    };
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

void setLook(QWidget *widget, const char *property, const QString &value)
{
    if (widget->property(property).toString() == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace modelscribe

#include "moc_theme.cpp"
