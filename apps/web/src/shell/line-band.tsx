import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLine, useStale } from '../data/use-room.js';

const watchDevice = (tell: () => void) => {
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
};

/** Says when the line is down and what is kept, or that a newer version waits. A short stumble is not worth a word. */
export function LineBand() {
  const { t } = useTranslation();
  const line = useLine();
  const isStale = useStale();
  const isOnline = useSyncExternalStore(watchDevice, () => navigator.onLine);
  const isDown = line === 'lost' || !isOnline;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(isDown), isDown ? 2000 : 0);
    return () => clearTimeout(timer);
  }, [isDown]);

  return (
    <div role="status">
      {isDown && isLong ? (
        <div className="offlineband">
          <IconCloudOff size={18} aria-hidden />
          {isOnline ? t('line.lost') : t('line.offline')}
        </div>
      ) : (
        isStale && (
          <div className="offlineband">
            <IconRefresh size={18} aria-hidden />
            {t('line.stale')}
            <button type="button" className="textbutton" onClick={() => location.reload()}>
              {t('line.reload')}
            </button>
          </div>
        )
      )}
    </div>
  );
}
