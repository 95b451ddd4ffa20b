// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/text/jsontextbuffer.h"
#include "ui/json/text/jsontextlook.h"
#include "json/jsonhint.h"

#include <QAccessible>

#include <memory>

namespace modelscribe {

class JsonHintPainter;
class JsonLongLines;
enum class JsonTextKey;

//! The text face of a JSON editor: the bytes of a JsonTextBuffer under a person's hands, with
//! cursors, keys, colours and what is marked. It knows JSON by its colours only; what is wrong or
//! worth a hint is handed in.
class JsonTextEdit : public JsonTextBuffer, private QAccessible::ActivationObserver
{
    Q_OBJECT

public:
    //! Longer texts have no colours and no folding, and neither has one with a line that is longer
    //! than JsonLongLines::limit.
    static constexpr qsizetype colourLimit = 4 * 1024 * 1024;
    static constexpr qsizetype braceLimit = JsonTextLook::braceLimit;
    static constexpr qsizetype wrapLimit = JsonTextLook::wrapLimit;

    explicit JsonTextEdit(QWidget *parent = nullptr);
    ~JsonTextEdit() override;

    //! Positions follow the edits until the next call.
    void setProblem(const std::optional<JsonProblem> &problem);
    void setHints(const QList<JsonHint> &hints);
    //! What a search found, sorted; \p current is an index or -1.
    void setMatches(const QList<JsonRange> &matches, qsizetype current);

    std::pair<int, int> position() const; //!< Line and column from 1, in code points.
    void goTo(qsizetype byteOffset);      //!< With the focus.
    bool hasColours() const { return m_look.hasColours(); }
    //! Whether long lines go on below themselves; texts up to wrapLimit only.
    void setWrapping(bool wraps);
    bool isWrapping() const { return m_look.isWrapping(); }
    bool hasScreenReader() const { return m_screenReader; }

public slots:
    //! Selects the word at the caret, then one more place with the same text at each call.
    void selectNextOccurrence();
    //! To the next problem or hint behind the caret, from the start again at the end.
    void goToNextMark();
    void goToPreviousMark();
    //! A menu with what can be done about the hints of the caret's line.
    void offerFixes();
    //! Closes what lies \p level containers deep and opens everything around it; 0 opens all.
    void foldToLevel(int level);
    //! Colours and fonts anew.
    void applyTheme();

signals:
    void findRequested();
    void fixRequested(const modelscribe::JsonHint &hint);
    void markReached(const QString &message);

protected:
    void dropMarks() override;
    void prepareFor(const QByteArray &bytes) override;
    void moveMarks(qsizetype position, qsizetype length) override;
    void fitToLength() override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void accessibilityActiveChanged(bool active) override;
    void setUpCursors();
    void fitColours(qsizetype length, bool hasLongLine);
    void goToMark(bool forward);
    void showFixMenu(const QList<JsonHint> &hints, QPoint at);
    JsonTextKey keyOf(const QKeyEvent &event) const;
    bool handleKey(JsonTextKey key);
    bool pressAt(QPoint at, Qt::KeyboardModifiers modifiers);
    int lineUnder(QPoint at) const; //!< -1: below the text.
    void retranslate();

    JsonTextLook m_look;
    std::unique_ptr<JsonHintPainter> m_marks;
    std::unique_ptr<JsonLongLines> m_longLines;
    bool m_isReplaced = false; //!< All of the text is another one.
    bool m_screenReader = QAccessible::isActive();
    bool m_columnDrag = false;
};

} // namespace modelscribe
